"""What an inspection looks at, made from the law package: each item with its article and how well it was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from thidua import law
from thidua.law.cite import Cite, Confidence
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.models import Inspection
from thidua.modules.rulebook.api import book, level_of

KINDS = {"person": "individual", "collective": "collective", "household": "household"}


@dataclass(frozen=True, slots=True)
class Line:
    code: str
    text: str
    cite: str
    confidence: str


# The statute's own words on principles, kept records and revocation: asked of every unit.
PRINCIPLES = (
    (
        "principle:fair",
        "Khen thưởng chính xác, công khai, minh bạch, công bằng, kịp thời",
        "06/2022/QH15 5.2.a",
    ),
    ("principle:once", "Một thành tích không khen nhiều lần, nhiều hình thức", "06/2022/QH15 5.2.c"),
    ("principle:direct", "Ưu tiên người trực tiếp lao động, sản xuất", "06/2022/QH15 5.2.d"),
    ("archive", "Hồ sơ khen thưởng được lưu trữ theo pháp luật về lưu trữ", "06/2022/QH15 84.6"),
    ("revoke", "Trường hợp có căn cứ hủy bỏ đã được xem xét, xử lý", "06/2022/QH15 93.2"),
)


def lines_for(inspection: Inspection) -> list[Line]:
    """By the law of the last day looked at; for the honours that the unit proposed in the period."""
    on = inspection.until - timedelta(days=1)
    found = [*_principles(), *_campaigns(on), *_of_honours(inspection, on)]
    return list({line.code: line for line in found}.values())


def _principles() -> Iterator[Line]:
    for code, text, cite in PRINCIPLES:
        yield _line(code, text, Cite.parse(cite), Confidence.TEXT)


def _line(code: str, text: str, cite: Cite, confidence: Confidence) -> Line:
    return Line(code[:80], text[:400], cite.label_vi()[:200], confidence.value)


def _campaigns(on: date) -> Iterator[Line]:
    try:
        needed = law.launch_requirements(on)
    except law.CannotAnswer:
        return
    for one in needed:
        text = f"Phát động phong trào: có {one.label_vi[:1].lower()}{one.label_vi[1:]}"
        yield _line(f"campaign:{one.code}", text, one.cite, one.confidence)


def _of_honours(inspection: Inspection, on: date) -> Iterator[Line]:
    by = book(inspection.organisation, on)
    level = level_of(inspection.body)
    for honour, kind in proposed(inspection.organisation, inspection.since, inspection.until):
        name = law.honour(honour).name_vi
        yield from _papers(by, honour, kind, name, on)
        if vote := law.vote_rule(by, honour, on, level):
            text = f"{name}: số phiếu đồng ý đạt từ {vote.share.numerator}/{vote.share.denominator} số thành viên"
            yield _line(f"vote:{honour}", text, vote.cite, vote.confidence)
        if who := law.decider(by, honour, level, on):
            text = f"{name}: quyết định đúng thẩm quyền ({who.name_vi})"
            yield _line(f"authority:{honour}", text, who.cite, who.confidence)
        if term := law.appraisal_days(by, honour, level, on):
            text = f"{name}: giải quyết trong {term.days} ngày" if term.days else f"{name}: đúng thời hạn"
            yield _line(f"term:{honour}", text, term.cite, term.confidence)


def _papers(by: law.Book, honour: str, kind: str, name: str, on: date) -> Iterator[Line]:
    try:
        needed = law.required_papers(by, honour, kind, on)
    except law.CannotAnswer:
        return
    for need in needed:
        label = f"{need.label_vi} ({need.condition})" if need.condition else need.label_vi
        yield _line(f"paper:{honour}:{kind}:{need.code}", f"{name}: có {label}", need.cite, need.confidence)


def proposed(unit: Organisation, since: date, until: date) -> Iterable[tuple[str, str]]:
    """Honours that the unit proposed in the period, each with the kind of recipient; highest first."""
    rows = Candidate.objects.filter(
        dossier__organisation=unit, dossier__sent_on__gte=since, dossier__sent_on__lt=until
    )
    found: set[tuple[str, str]] = set()
    for field, kind in KINDS.items():
        of_kind = rows.filter(**{f"{field}__isnull": False}).order_by()
        found |= {(honour, kind) for honour in of_kind.values_list("honour", flat=True).distinct()}
    return sorted(found, key=lambda pair: (law.honour(pair[0]).rank, pair))
