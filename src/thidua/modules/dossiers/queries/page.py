"""What the page of a dossier shows: its list with answers, its step bar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua import law
from thidua.foundation.parts import Mark, StepMark
from thidua.foundation.slots import gather
from thidua.modules.dossiers.models import Candidate, Dossier, DossierState, Procedure, UnitMeeting, Verdict
from thidua.modules.dossiers.parts import Clock, StepNote
from thidua.modules.dossiers.queries.comparison import Compared, Comparison
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook import api as rulebook

S = DossierState
V = law.Verdict
GRADES = {"excellent": "HTXSNV", "good": "HTTNV", "completed": "HTNV", "failed": "KHTNV"}
MOST_REASONS = 2
SHOWN_TITLES = frozenset({"LDTT", "CSTDCS", "CSTDCT", "TTLDTT", "TTLDXS"})
STEPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("meeting", frozenset({S.DRAFT, S.RETURNED})),
    ("sent", frozenset({S.AT_HEAD, S.SENT})),
    ("appraisal", frozenset({S.APPRAISAL})),
    ("opinions", frozenset()),
    ("council", frozenset({S.APPRAISED, S.COUNCIL})),
    ("decision", frozenset({S.VOTED, S.DECIDED, S.FORWARDED})),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list."""

    compared: Compared
    titles: str
    grade: str
    initiatives: str
    remark: str
    stored: Verdict | None

    @property
    def candidate(self) -> Candidate:
        return self.compared.candidate

    @property
    def honour(self) -> str:
        return rulebook.honour(self.candidate.honour).short_vi

    @property
    def has_changed(self) -> bool:
        """Today's answer is not the one that was kept."""
        return self.stored is not None and self.stored.answer != self.compared.verdict.value

    @property
    def warnings(self) -> tuple[str, ...]:
        return self.compared.answer.warnings if self.compared.answer else ()


def lines(comparison: Comparison) -> list[Line]:
    stored = latest_verdicts(comparison.rows)
    return [_line(row, stored.get(pk)) for pk, row in comparison.rows.items()]


def latest_verdicts(candidate_ids: Iterable[int]) -> Mapping[int, Verdict]:
    rows = Verdict.objects.filter(candidate__in=list(candidate_ids)).order_by("candidate", "-pk")
    return {row.candidate_id: row for row in rows.distinct("candidate")}


def _line(row: Compared, stored: Verdict | None) -> Line:
    return Line(
        compared=row,
        titles=_titles(row.record.get("titles")),
        grade=_grade(row.record.get("grades")),
        initiatives=_initiatives(row.candidate),
        remark=_remark(row),
        stored=stored,
    )


def _titles(titles: list[dict[str, Any]] | None) -> str:
    """The newest titles: "LĐTT 2025, 2026"."""
    shown = [title for title in titles or [] if title["honour"] in SHOWN_TITLES]
    codes = sorted({title["honour"] for title in shown}, key=lambda code: rulebook.honour(code).rank)
    years = {code: sorted({t["year"] for t in shown if t["honour"] == code})[-4:] for code in codes}
    return "; ".join(f"{rulebook.honour(code).short_vi} {', '.join(map(str, years[code]))}" for code in codes)


def _grade(grades: list[dict[str, Any]] | None) -> str:
    if not grades:
        return ""
    last = max(grades, key=lambda grade: grade["year"])
    return f"{GRADES[last['grade']]} {last['year']}"


def _initiatives(candidate: Candidate) -> str:
    chosen = list(candidate.initiatives.all())
    if not chosen:
        return ""
    scopes = ", ".join(sorted({row.get_scope_display() for row in chosen}))
    return f"{len(chosen)} ({scopes})"


def _remark(row: Compared) -> str:
    """What stands in the way, in one line."""
    if row.refusal:
        return row.refusal
    if row.answer is None or row.verdict is V.YES:
        return ""
    if row.verdict is V.UNKNOWN and (missing := row.answer.missing()):
        return _("to supplement: %(what)s") % {"what": missing[0]}
    failing = next((found for found in row.answer.findings if found.verdict is row.verdict), None)
    if failing is None:
        return ""
    leaves = [leaf.sentence_vi for leaf in failing.leaves() if leaf.verdict is row.verdict]
    return _("lacking: %(what)s") % {"what": "; ".join(leaves[:MOST_REASONS])}


def clock_of(dossier: Dossier, on: date) -> Clock | None:
    return next((clock for clock in gather("dossier.clock", [dossier.pk], on)), None)


def step_marks(dossier: Dossier, actor: Actor, on: date) -> list[StepMark]:
    """Where the dossier stands; notes of later steps come from the modules there."""
    labels = {
        "meeting": _("Considered by the unit"),
        "sent": _("Proposal sent"),
        "appraisal": _("Appraisal"),
        "opinions": _("Opinions"),
        "council": _("Council"),
        "decision": _("Decision"),
    }
    told: Iterable[StepNote] = gather("dossier.notes", actor, dossier, on)
    notes = dict(_own_notes(dossier)) | {note.step: note.note for note in told}
    names = [name for name, _states in STEPS]
    now = next((place for place, (_name, states) in enumerate(STEPS) if dossier.state in states), len(STEPS))
    over = dossier.state in {S.DECIDED, S.FORWARDED}
    return [
        StepMark(labels[name], _mark(place, now, is_over=over), notes.get(name, ""))
        for place, name in enumerate(names)
    ]


def _mark(place: int, now: int, *, is_over: bool) -> Mark:
    if place < now or is_over:
        return Mark.DONE
    return Mark.NOW if place == now else Mark.NEXT


def _own_notes(dossier: Dossier) -> Iterator[tuple[str, str]]:
    meeting = UnitMeeting.objects.filter(dossier=dossier).first()
    if meeting:
        said = {"day": _short(meeting.held_on), "present": meeting.n_present, "called": meeting.n_called}
        yield "meeting", _("%(day)s · %(present)s/%(called)s present") % said
    elif dossier.procedure == Procedure.SIMPLIFIED:
        yield "meeting", _("simplified procedure")
    if dossier.sent_on:
        yield "sent", _short(dossier.sent_on)
    elif dossier.state == S.AT_HEAD:
        yield "sent", _("waiting for the head of the unit")


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
