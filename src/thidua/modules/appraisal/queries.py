"""Appraisals as the desk sees them, with the clock of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.foundation.paging import counted
from thidua.kernel.days import WorkingCalendar
from thidua.modules.accounts.models import User
from thidua.modules.appraisal import clock
from thidua.modules.appraisal.models import Appraisal, AppraisalState, CheckResult
from thidua.modules.appraisal.policy import READS
from thidua.modules.dossiers.models import Candidate, Dossier, DossierState
from thidua.modules.organisations.api import Actor, Role, scope_ids, working_calendar

SOON = 3


def visible_to(actor: Actor) -> QuerySet[Appraisal]:
    if not (actor.is_system or actor.roles & READS):
        return Appraisal.objects.none()
    rows = Appraisal.objects.filter(organisation__in=scope_ids(actor))
    return rows.select_related("dossier__organisation", "assignee", "organisation")


def to_receive(actor: Actor) -> QuerySet[Dossier]:
    """Proposals sent to bodies in scope that nobody has received yet."""
    if not actor.has(Role.SPECIALIST):
        return Dossier.objects.none()
    rows = Dossier.objects.filter(state=DossierState.SENT, receiver__in=scope_ids(actor))
    return (
        rows.select_related("organisation")
        .annotate(n_candidates=counted(Candidate.objects.all(), "dossier"))
        .order_by("sent_on", "id")
    )


def filters(actor: Actor, on: date, calendar: WorkingCalendar) -> Mapping[str, Q]:
    """The counters of the list, each a filter."""
    due_until = calendar.add(on, SOON)
    running = Q(state=AppraisalState.OPEN)
    return {
        "open": running,
        "mine": running & Q(assignee=actor.user_id),
        "unassigned": running & Q(assignee__isnull=True),
        "soon": running & Q(due_on__gte=on, due_on__lte=due_until),
        "overdue": running & Q(due_on__lt=on),
        "waiting": Q(state=AppraisalState.WAITING),
        "concluded": Q(state=AppraisalState.CONCLUDED),
    }


def counts(actor: Actor, conditions: Mapping[str, Q]) -> Mapping[str, int]:
    """All counters in one query."""
    wanted = {name: Count("pk", filter=condition) for name, condition in conditions.items()}
    found: dict[str, int] = visible_to(actor).order_by().aggregate(**wanted)
    return found


def readings(
    appraisals: Iterable[Appraisal], *, on: date, calendar: WorkingCalendar
) -> dict[int, clock.Reading]:
    """The clock of each appraisal; prefetch `pauses` for a list."""
    return {row.pk: reading_of(row, on=on, calendar=calendar) for row in appraisals}


def reading_of(appraisal: Appraisal, *, on: date, calendar: WorkingCalendar | None = None) -> clock.Reading:
    """As of a day; a concluded appraisal's clock stands at its last day."""
    return clock.read(
        calendar or working_calendar(),
        appraisal.received_on,
        appraisal.n_days,
        appraisal.pauses.all(),
        on=appraisal.concluded_on or on,
    )


def specialists_of(organisation_id: int, on: date) -> QuerySet[User]:
    grants = Q(grants__organisation=organisation_id, grants__role=Role.SPECIALIST, grants__since__lte=on)
    lasting = Q(grants__until__isnull=True) | Q(grants__until__gt=on)
    return User.objects.filter(grants & lasting, is_active=True).distinct().order_by("full_name", "id")


@dataclass(frozen=True, slots=True)
class Examined:
    n_items: int
    n_open: int
    n_not_met: int


def examined(appraisal: Appraisal) -> dict[int | None, Examined]:
    """How far the checklist of each candidate (None: the whole file) has come."""
    rows = (
        appraisal.items.order_by()
        .values("candidate")
        .annotate(
            n_items=Count("pk"),
            n_open=Count("pk", filter=Q(result=CheckResult.OPEN)),
            n_not_met=Count("pk", filter=Q(result=CheckResult.NOT_MET)),
        )
    )
    return {row["candidate"]: Examined(row["n_items"], row["n_open"], row["n_not_met"]) for row in rows}


def mine_or_nobodys(actor: Actor) -> Q:
    """What somebody at the desk is to take up: his own files, and those not assigned."""
    if not actor.has(Role.SPECIALIST):
        return Q(pk__in=[])
    return Q(assignee=actor.user_id) | Q(assignee__isnull=True)
