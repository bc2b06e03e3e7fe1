"""What came of a ceremony: who was there, what changed hands, what it cost; as a paper and as news."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.documents.letters import CeremonyPaper, PaperPart, PaperTable
from thidua.kernel.money import dong
from thidua.kernel.text import clean
from thidua.modules.ceremonies.costs import cost_of
from thidua.modules.ceremonies.letters import about, groups, honour_of
from thidua.modules.ceremonies.models import Ceremony
from thidua.modules.ceremonies.queries import attendees_of, recipients_of, to_hand_over
from thidua.modules.ceremonies.seating import gathered
from thidua.modules.newsroom.api import ArticleDraft, paragraphs_of
from thidua.modules.papers.api import letterhead, signature, signers_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """People are counted once, honours as often as they were conferred."""

    n_invited: int
    n_arrived: int
    n_honours: int
    n_handed: int
    n_owed: int

    @property
    def n_missing(self) -> int:
        return self.n_invited - self.n_arrived


def outcome_of(ceremony: Ceremony) -> Outcome:
    people = gathered(attendees_of(ceremony))
    recipients = list(recipients_of(ceremony))
    return Outcome(
        n_invited=len(people),
        n_arrived=sum(any(row.arrived_at for row in one.rows) for one in people),
        n_honours=len(recipients),
        n_handed=sum(hasattr(row, "handover") for row in recipients),
        n_owed=to_hand_over(ceremony).count(),
    )


def report(ceremony: Ceremony, on: date) -> CeremonyPaper:
    """Attendance, hand-over and cost, each against what was planned."""
    return CeremonyPaper(
        head=letterhead(ceremony.organisation, on),
        kind="BÁO CÁO",
        about=f"Kết quả và kinh phí tổ chức: {about(ceremony)}",
        parts=(
            PaperPart(heading="I. KẾT QUẢ", text="\n".join(_held(ceremony))),
            PaperPart(heading="II. TRAO TẶNG", table=_by_honour(ceremony)),
            PaperPart(heading="III. KINH PHÍ", table=_money(ceremony), text=_why(ceremony)),
        ),
        signature=signature(signers_of(ceremony.organisation, on).first()),
    )


def _held(ceremony: Ceremony) -> list[str]:
    found = outcome_of(ceremony)
    within = (
        f"Tổ chức trong {ceremony.combined_with}."
        if ceremony.combined_with
        else f"Tổ chức riêng, lý do: {ceremony.alone_reason}."
    )
    return [
        within,
        f"Người trao: {ceremony.presenter}.",
        f"Số người được mời: {found.n_invited}; có mặt: {found.n_arrived}; vắng: {found.n_missing}.",
        (
            f"Số lượt danh hiệu, hình thức khen thưởng: {found.n_honours}; đã trao: {found.n_handed};"
            f" còn phải giao hiện vật: {found.n_owed}."
        ),
    ]


def _by_honour(ceremony: Ceremony) -> PaperTable:
    rows = groups(list(recipients_of(ceremony)))
    return PaperTable(
        titles=("Danh hiệu, hình thức khen thưởng", "Số lượt", "Đã trao"),
        widths=(9, 3, 3),
        rows=tuple(
            (name, str(len(of)), str(sum(hasattr(row, "handover") for row in of))) for name, of in rows
        ),
    )


def _money(ceremony: Ceremony) -> PaperTable:
    cost = cost_of(ceremony)
    lines = [
        ("Dự kiến", cost.planned),
        ("Mức chi của địa phương", cost.norm),
        ("Thực chi", ceremony.actual_cost),
        ("Bình quân mỗi lượt khen thưởng", cost.each_of(ceremony.actual_cost)),
        (f"Lần trước{f': {cost.last_title}' if cost.last_title else ''}", cost.last),
    ]
    told = tuple((label, "—" if sum_ is None else dong(sum_)) for label, sum_ in lines)
    return PaperTable(titles=("Nội dung", "Số tiền"), widths=(10, 5), rows=told)


def _why(ceremony: Ceremony) -> str:
    return f"Lý do vượt mức: {ceremony.cost_reason}" if ceremony.cost_reason else ""


def news_of(ceremony: Ceremony) -> ArticleDraft:
    """The first draft of an article: what, where, who received which honour. Pictures are added in the newsroom."""
    words = {"title": ceremony.title, "place": ceremony.venue, "day": ceremony.on.strftime("%d/%m/%Y")}
    lead = _("%(title)s took place on %(day)s at %(place)s.") % words
    lines = [
        f"{honour_of(rows[0].honour)}: {', '.join(str(row) for row in rows)}."
        for _name, rows in groups(list(recipients_of(ceremony)))
    ]
    return ArticleDraft(
        headline=clean(ceremony.title)[:200],
        lead=clean(lead),
        body=paragraphs_of("\n\n".join([lead, *lines])),
        source=ceremony.organisation.name,
    )
