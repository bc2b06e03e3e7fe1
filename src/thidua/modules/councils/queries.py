"""Councils and sittings as somebody may see them: the desk sees its scope, a member what he sits in."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from thidua.modules.councils.models import (
    AgendaItem,
    Attendance,
    Council,
    Member,
    MemberRole,
    Sitting,
    SittingState,
    Turnout,
    VotingWay,
)
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierState
from thidua.modules.organisations.api import Actor, Role, in_force, scope_ids

# The chair first, plain members last: the order in which the roles are declared.
RANK = Case(
    *[When(role=role, then=Value(n)) for n, role in enumerate(MemberRole)], output_field=IntegerField()
)
SEES_SCOPE = frozenset(
    {
        Role.SPECIALIST,
        Role.COUNCIL_SECRETARY,
        Role.LEADER,
        Role.DEPUTY,
        Role.TELLER,
        Role.INSPECTOR,
        Role.VISITOR,
        Role.CLERK,
    }
)


def _reach(actor: Actor, seats: QuerySet[Member]) -> Q:
    """Own seats, and all of the scope for the roles that work with councils."""
    reach = Q(Exists(seats.filter(user=actor.user_id))) if actor.user_id else Q(pk__in=[])
    if actor.is_system or actor.roles & SEES_SCOPE:
        reach |= Q(organisation__in=scope_ids(actor))
    return reach


def councils_for(actor: Actor) -> QuerySet[Council]:
    roles = actor.roles & {Role.ADMINISTRATOR}
    reach = _reach(actor, Member.objects.filter(in_force(actor.on), council=OuterRef("pk")))
    if roles:
        reach |= Q(organisation__in=scope_ids(actor))
    n_members = Count("members", filter=Q(members__since__lte=actor.on) & _not_ended(actor.on))
    return Council.objects.filter(reach).select_related("organisation").annotate(n_members=n_members)


def _not_ended(on: date) -> Q:
    return Q(members__until__isnull=True) | Q(members__until__gt=on)


def visible_to(actor: Actor) -> QuerySet[Sitting]:
    seats = Member.objects.filter(in_force(actor.on), council=OuterRef("council"))
    return Sitting.objects.filter(_reach(actor, seats)).select_related("council", "organisation")


def members_on(council: Council, on: date) -> QuerySet[Member]:
    """Who sits in the council on a day, the chair first."""
    return (
        Member.objects.filter(in_force(on), council=council)
        .select_related("user", "unit")
        .order_by(RANK, "id")
    )


def agenda(sitting: Sitting) -> QuerySet[AgendaItem]:
    rows = sitting.items.select_related("candidate__dossier__organisation")
    return rows.prefetch_related("recused", "depends_on__candidate").order_by("place", "id")


def attendance(sitting: Sitting) -> QuerySet[Attendance]:
    """Who is called, with the fact (only the fact) that somebody has voted on screen."""
    voted = Exists(Turnout.objects.filter(attendance=OuterRef("pk")))
    return sitting.attendance.select_related("member__unit").annotate(has_voted=voted).order_by("member_id")


@dataclass(frozen=True, slots=True)
class Participation:
    n_members: int
    n_present: int
    n_on_screen: int
    n_voted_on_screen: int


def participation(sitting: Sitting) -> Participation:
    numbers = sitting.attendance.aggregate(
        n_members=Count("pk"),
        n_present=Count("pk", filter=Q(is_present=True)),
        n_on_screen=Count("pk", filter=Q(way=VotingWay.SCREEN)),
        n_voted_on_screen=Count("turnout"),
    )
    return Participation(**numbers)


def dossiers_ready(actor: Actor, sitting: Sitting) -> QuerySet[Dossier]:
    """Appraised dossiers of the body with candidates that no sitting has on its agenda."""
    waiting = Q(candidates__state=CandidateState.AGREED, candidates__agenda_item__isnull=True)
    return (
        Dossier.objects.filter(
            waiting,
            receiver=sitting.organisation_id,
            state__in=[DossierState.APPRAISED, DossierState.COUNCIL],
            receiver__in=scope_ids(actor),
        )
        .select_related("organisation")
        .annotate(n_waiting=Count("candidates", filter=waiting))
        .order_by("sent_on", "id")
    )


def to_vote_in(actor: Actor) -> QuerySet[Sitting]:
    """Sittings in which this member still has to vote on screen."""
    if actor.user_id is None:
        return Sitting.objects.none()
    seats = Attendance.objects.filter(
        sitting=OuterRef("pk"), member__user=actor.user_id, way=VotingWay.SCREEN, turnout__isnull=True
    )
    return Sitting.objects.filter(Exists(seats), state=SittingState.VOTING)


def to_count_in(actor: Actor) -> QuerySet[Sitting]:
    """Open votes with ballots on paper that two tellers have not both keyed."""
    on_paper = Attendance.objects.filter(sitting=OuterRef("pk")).exclude(way=VotingWay.SCREEN)
    tellers = Count("items__counts__teller", distinct=True)
    rows = visible_to(actor).filter(Exists(on_paper), state=SittingState.VOTING)
    return rows.annotate(n_tellers=tellers).filter(n_tellers__lt=2).order_by("held_on", "id")
