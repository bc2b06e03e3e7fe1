"""Candidates shown to everybody: open ones, what was said of them, and whom the council may not consider yet."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.modules.consultations.models import (
    Remark,
    RemarkKind,
    RemarkState,
    Showing,
    ShowingState,
    Shown,
)
from thidua.modules.consultations.policy import READS, RECEIVES
from thidua.modules.consultations.windows import Duty, duty_of, in_words, longest
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.api import Actor, Role, scope_ids, working_calendar
from thidua.modules.rulebook import api as rulebook

UNHANDLED = (RemarkState.RECEIVED, RemarkState.VERIFYING)


def now_open(on: date) -> QuerySet[Showing]:
    """What everybody may read today: it leaves by itself after its last day."""
    rows = Showing.objects.filter(state=ShowingState.OPEN, opens_on__lte=on, ends_on__gte=on)
    return rows.select_related("organisation", "dossier")


def is_open(showing: Showing, on: date) -> bool:
    return now_open(on).filter(pk=showing.pk).exists()


def showings_visible_to(actor: Actor) -> QuerySet[Showing]:
    """The desk of the body that shows; the unit that proposed sees that its people are shown, not the remarks."""
    rows = Showing.objects.select_related("organisation", "dossier__organisation")
    if actor.is_system:
        return rows
    may = Q(pk__in=[])
    if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        may |= Q(dossier__organisation__in=scope_ids(actor))
    if actor.roles & READS:
        may |= Q(organisation__in=scope_ids(actor))
    return rows.filter(may)


def with_counts(rows: QuerySet[Showing]) -> QuerySet[Showing]:
    return rows.annotate(
        n_shown=Count("shown", distinct=True),
        n_remarks=Count("remarks", distinct=True),
        n_unhandled=Count("remarks", distinct=True, filter=Q(remarks__state__in=UNHANDLED)),
    )


def remarks_visible_to(actor: Actor) -> QuerySet[Remark]:
    """Remarks for the desk, complaints for their receiver: never for the unit, nor for who administers."""
    rows = Remark.objects.select_related("showing__dossier", "showing__organisation", "about__candidate")
    if actor.is_system:
        return rows
    may = Q(pk__in=[])
    if actor.roles & READS:
        may |= ~Q(kind=RemarkKind.COMPLAINT)
    if actor.roles & RECEIVES and Role.ADMINISTRATOR not in actor.roles:
        may |= Q(kind=RemarkKind.COMPLAINT)
    return rows.filter(may, showing__organisation__in=scope_ids(actor))


def remarks_waiting(actor: Actor) -> QuerySet[Remark]:
    if Role.SPECIALIST not in actor.roles:
        return Remark.objects.none()
    return remarks_visible_to(actor).filter(state__in=UNHANDLED).order_by("due_on", "id")


def showings_waiting(actor: Actor, on: date) -> QuerySet[Showing]:
    """Over, and without a result."""
    if Role.SPECIALIST not in actor.roles:
        return Showing.objects.none()
    rows = Showing.objects.filter(organisation__in=scope_ids(actor), state=ShowingState.OPEN, ends_on__lt=on)
    return rows.select_related("dossier").order_by("ends_on", "id")


def duties(dossier: Dossier, on: date) -> dict[int, Duty]:
    """By candidate: for how long the law or a rule of the place wants him shown."""
    book = rulebook.book(dossier.receiver_id, on)
    found = ((row.pk, duty_of(book, row.honour, on)) for row in dossier.candidates.all())
    return {pk: duty for pk, duty in found if duty}


def shortest_end(dossier: Dossier, chosen: Iterable[int], opens_on: date) -> tuple[date, str] | None:
    """The first last day that does what is asked for the candidates chosen, and who asks for it."""
    known = duties(dossier, opens_on)
    duty = longest([known[pk] for pk in chosen if pk in known])
    if duty is None:
        return None
    return duty.last_day(opens_on, working_calendar()), in_words(duty)


def tally_in_words(showing: Showing) -> str:
    """How many remarks there were, and how many of them were founded."""
    counts = showing.remarks.aggregate(
        n=Count("pk"),
        n_founded=Count("pk", filter=Q(outcome__in=["founded", "in_part"])),
        n_referred=Count("pk", filter=Q(state=RemarkState.REFERRED)),
    )
    days = {"since": f"{showing.opens_on:%d/%m/%Y}", "until": f"{showing.ends_on:%d/%m/%Y}"}
    if not counts["n"]:
        return _("Shown to the public from %(since)s to %(until)s: no remark.") % days
    shown = _("Shown to the public from %(since)s to %(until)s:") % days
    said = ngettext(
        "%(n)s remark, %(n_founded)s founded, %(n_referred)s with the receiver of complaints.",
        "%(n)s remarks, %(n_founded)s founded, %(n_referred)s with the receiver of complaints.",
        counts["n"],
    )
    return f"{shown} {said % counts}"


def results_of(candidates: Iterable[int]) -> list[str]:
    """The result lines of what was shown, for minutes and dossier."""
    rows = Showing.objects.filter(state=ShowingState.CLOSED, shown__candidate__in=list(candidates))
    return list(rows.distinct().order_by("concluded_on", "pk").values_list("result", flat=True))


def blocked(rows: Iterable[Candidate], body_id: int, on: date) -> Mapping[int, str]:
    """By candidate: why the council does not consider him yet. Two queries besides the book, however many there are."""
    candidates = list(rows)
    book = rulebook.book(body_id, on)
    latest = _latest(candidates)
    found = {}
    for row in candidates:
        duty, showing = duty_of(book, row.honour, on), latest.get(row.pk)
        why = _why(duty, showing, on)
        if why:
            found[row.pk] = why
    return found


def _latest(candidates: Iterable[Candidate]) -> dict[int, Showing]:
    """By candidate: the last showing that was not taken down."""
    shown = Shown.objects.filter(candidate__in=[row.pk for row in candidates]).select_related("showing")
    standing = shown.exclude(showing__state=ShowingState.WITHDRAWN)
    return {row.candidate_id: row.showing for row in standing.order_by("showing__made_at", "pk")}


def _why(duty: Duty | None, showing: Showing | None, on: date) -> str:
    if showing is None:
        return _("must be shown to the public: %(why)s") % {"why": in_words(duty)} if duty else ""
    if showing.state == ShowingState.CLOSED or not (showing.blocks or duty):
        return ""
    said = {"day": f"{showing.ends_on:%d/%m/%Y}", "why": showing.basis}
    if on <= showing.ends_on:
        return _("is shown to the public until %(day)s (%(why)s)") % said
    return _("was shown to the public until %(day)s: record the result first") % said
