"""Two achievement reports of one dossier that share a passage, but for name and numbers."""

from thidua.modules.dossiers.copies import archive
from thidua.modules.dossiers.models import AchievementReport, CandidateState, Dossier, DossierState
from thidua.site.sample.stage import Stage

PASSAGE = (
    "Trong năm học vừa qua, {name} đã chủ động đổi mới phương pháp dạy học theo dự án, tổ chức cho {pupils} học sinh khảo sát "
    "các tuyến phố quanh trường và trình bày kết quả trước phụ huynh. Nhờ cách làm này, tỷ lệ học sinh khá giỏi của lớp tăng "
    "từ 61 % lên {share} %, không còn học sinh chưa hoàn thành chương trình của khối. "
)
OWN = (
    "Ngoài giờ lên lớp, cô mở câu lạc bộ đọc sách cho học sinh có hoàn cảnh khó khăn, mỗi tuần hai buổi.",
    "Cô còn phụ trách đội tuyển tin học, có ba em vào vòng thi cấp thành phố.",
)


def load_passages(stage: Stage) -> None:
    file = Dossier.objects.filter(receiver=stage.units["P"], state=DossierState.APPRAISAL).earliest("pk")
    live = file.candidates.exclude(state=CandidateState.DROPPED).filter(report=None)
    for n, candidate in enumerate(live.order_by("place", "pk")[:2]):
        text = PASSAGE.format(name=candidate.name, pupils=32 + 9 * n, share=78 + 4 * n)
        AchievementReport.objects.create(
            candidate=candidate, sections={"results": text + OWN[n]}, version=1, saved_at=stage.at(stage.on)
        )
    archive(AchievementReport.objects.filter(candidate__dossier=file).order_by("pk"))
