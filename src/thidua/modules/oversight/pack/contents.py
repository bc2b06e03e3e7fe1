"""What an evidence pack holds of a dossier, as plain records: never who voted how, never a remark of the public."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, QuerySet

from thidua.modules.appraisal.models import Appraisal, CandidateFinding, ChecklistItem
from thidua.modules.consultations.models import Consultation, Showing
from thidua.modules.councils.models import AgendaItem
from thidua.modules.decisions.models import Decision, DecisionItem
from thidua.modules.dossiers.models import (
    AchievementReport,
    Candidate,
    Dossier,
    Evidence,
    MeetingVote,
    UnitMeeting,
    Verdict,
)
from thidua.modules.register.models import Entry

Records = Mapping[str, list[dict[str, Any]]]
# Columns that serve the search, or name accounts by number.
LEFT_OUT = frozenset({"search", "salt"})


def records(dossier: Dossier) -> Iterator[tuple[str, Records]]:
    """By the name of the file in the pack."""
    candidates = Candidate.objects.filter(dossier=dossier)
    yield (
        "1. Hồ sơ/ho-so.json",
        {
            "dossier": _rows(Dossier.objects.filter(pk=dossier.pk)),
            "candidates": _rows(candidates),
            "reports": _rows(AchievementReport.objects.filter(candidate__in=candidates)),
            "evidence": _rows(Evidence.objects.filter(dossier=dossier)),
            "meeting": _rows(UnitMeeting.objects.filter(dossier=dossier)),
            "meeting_votes": _rows(MeetingVote.objects.filter(candidate__in=candidates)),
        },
    )
    yield (
        "2. Đối chiếu tiêu chuẩn/ket-qua.json",
        {"verdicts": _rows(Verdict.objects.filter(candidate__in=candidates))},
    )
    yield (
        "3. Thẩm định, lấy ý kiến/tham-dinh.json",
        {
            "appraisals": _rows(Appraisal.objects.filter(dossier=dossier)),
            "checklist": _rows(ChecklistItem.objects.filter(appraisal__dossier=dossier)),
            "findings": _rows(CandidateFinding.objects.filter(candidate__in=candidates)),
            "consultations": _rows(Consultation.objects.filter(dossier=dossier)),
            "showings": _rows(Showing.objects.filter(dossier=dossier)),
        },
    )
    yield "4. Hội đồng/bo-phieu.json", {"items": _votes(candidates)}
    items = DecisionItem.objects.filter(candidate__in=candidates)
    yield (
        "5. Quyết định, sổ khen thưởng/quyet-dinh.json",
        {
            "decisions": _rows(Decision.objects.filter(items__in=items).distinct()),
            "items": _rows(items),
            "entries": _entries(items),
        },
    )
    yield (
        "6. Lịch sử thay đổi/lich-su.json",
        {
            "dossier": _history(Dossier, [dossier.pk]),
            "candidates": _history(Candidate, list(candidates.values_list("pk", flat=True))),
        },
    )


def _rows(rows: QuerySet[Any]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if name not in LEFT_OUT}
        for row in rows.order_by("pk").values()
    ]


def _votes(candidates: QuerySet[Candidate]) -> list[dict[str, Any]]:
    """How many, by which share, with what result; ballots are nobody's evidence."""
    counted = ("candidate", "sitting__held_on", "sitting__title", "n_in_favour", "n_against", "n_invalid")
    by_rule = ("share_numerator", "share_denominator", "share_is_over", "share_basis", "result", "reason")
    rows = AgendaItem.objects.filter(candidate__in=candidates).order_by("pk")
    return list(rows.values(*counted, *by_rule))


def _entries(items: QuerySet[DecisionItem]) -> list[dict[str, Any]]:
    """As the chain has them: each can be looked up by its place, and its hash compared."""
    return _rows(Entry.objects.filter(pk__in=items.values("entry")))


def _history(of: Any, ids: list[int]) -> list[dict[str, Any]]:
    """Every version, with who, when and by which action."""
    events = of.events.rel.related_model
    rows = events.objects.filter(pgh_obj_id__in=ids).order_by("pgh_id")
    return [
        {name: value for name, value in row.items() if name not in LEFT_OUT}
        for row in rows.values().annotate(context=F("pgh_context__metadata"))
    ]
