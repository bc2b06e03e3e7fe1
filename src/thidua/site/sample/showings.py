"""Candidates shown to the public: an open list with remarks, and one whose result is recorded."""

from datetime import timedelta

from thidua.modules.consultations import actions
from thidua.modules.consultations.drafts import RemarkDraft, ShowingDraft
from thidua.modules.consultations.models import Showing
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierState
from thidua.site.sample.stage import Stage

BASIS = "Ủy ban nhân dân phường tự công khai để lấy ý kiến nhân dân trước khi xét"
PRAISE = RemarkDraft(
    name="Nguyễn Thị Hạnh",
    content="Cô giáo tận tụy, phụ huynh chúng tôi rất quý. Đề nghị khen thưởng.",
)
QUESTION = RemarkDraft(
    name="Trần Quang Vinh",
    content="Đề nghị làm rõ sáng kiến trong hồ sơ là của cá nhân hay của cả tổ chuyên môn.",
    phone="0912 345 678",
)
FOUND = (
    "Đã làm việc với tổ chuyên môn: sáng kiến do cô chủ trì, tỷ lệ đóng góp ghi đúng trong giấy chứng nhận."
)


def load_showings(stage: Stage) -> None:
    considered = Dossier.objects.filter(
        receiver=stage.units["P"], state__in=[DossierState.APPRAISAL, DossierState.APPRAISED]
    )
    open_one, closed_one = considered.order_by("pk")[:2]
    _showing(stage, open_one, 4, 10, PRAISE, QUESTION)
    past = _showing(stage, closed_one, 16, 11, QUESTION)
    desk = stage.actor("chuyenvien")
    for remark in past.remarks.all():
        actions.conclude_remark(
            remark=remark, outcome="unfounded", note=FOUND, actor=desk, now=stage.at(stage.on)
        )
    actions.conclude(showing=past, words="Đủ điều kiện đưa ra Hội đồng xét.", actor=desk, on=stage.on)


def _showing(stage: Stage, dossier: Dossier, ago: int, n_days: int, *remarks: RemarkDraft) -> Showing:
    day = stage.ago(ago)
    live = dossier.candidates.exclude(state=CandidateState.DROPPED).order_by("place", "pk")[:3]
    draft = ShowingDraft(
        basis=BASIS,
        opens_on=day,
        ends_on=day + timedelta(days=n_days),
        summaries={row.pk: row.achievement for row in live},
    )
    showing = actions.show(
        dossier=dossier, draft=draft, actor=stage.actor("chuyenvien", day), on=day, now=stage.at(day)
    )
    for n, remark in enumerate(remarks, 1):
        actions.send_remark(
            showing=showing, draft=remark, actor=None, now=stage.at(day + timedelta(days=n), 20)
        )
    return showing
