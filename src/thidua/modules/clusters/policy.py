"""Who may do what in a cluster: the desk that keeps it, the member that heads it, each member for itself."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.clusters.membership import heads_of
from thidua.modules.clusters.models import (
    CardState,
    Cluster,
    ClusterMember,
    ClusterYear,
    RankingTurnout,
    Running,
    Scorecard,
    VoteWay,
    YearState,
)
from thidua.modules.clusters.states import CARD, YEAR
from thidua.modules.organisations.api import Actor, Role, system

FILLS = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
ANSWERS = frozenset({Role.UNIT_HEAD, Role.LEADER, Role.DEPUTY})
DESK = frozenset({Role.SPECIALIST})
READS = FILLS | ANSWERS | {Role.INSPECTOR, Role.VISITOR, Role.EDITOR}


def may_keep(actor: Actor, organisation_id: int | None) -> Answer:
    """Set up clusters, their members and heads."""
    if actor.has(*DESK) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(DESK)})


def heads(actor: Actor, year: ClusterYear) -> bool:
    """Acts for the member that is head or deputy in the period."""
    if actor.is_system or not actor.has(*FILLS):
        return actor.is_system
    return any(_covers(actor, row.member) for row in heads_of(year))


def may_run(actor: Actor, year: ClusterYear) -> Answer:
    """Criteria, cross-checkers, summary: by the head of the year or by the desk."""
    if may_keep(actor, year.cluster.organisation_id) or heads(actor, year):
        return ALLOWED
    return refused(_("This is for the member that heads the cluster in this period, or for the desk."))


def may_write_criteria(actor: Actor, year: ClusterYear) -> Answer:
    return first_refusal(lambda: _is(year, YearState.DRAFT), lambda: may_run(actor, year))


def may_step_year(actor: Actor, year: ClusterYear, step: str) -> Answer:
    return first_refusal(lambda: may_run(actor, year), lambda: YEAR.may(year, step, system(actor.on)))


def may_assign(actor: Actor, year: ClusterYear) -> Answer:
    return first_refusal(
        lambda: may_run(actor, year), lambda: _is(year, YearState.SCORING), lambda: _is_here(year)
    )


def may_settle(actor: Actor, card: Scorecard) -> Answer:
    return first_refusal(
        lambda: may_run(actor, card.year),
        lambda: _is(card.year, YearState.SETTLING),
        lambda: (
            refused(_("The ranking has been voted: the points stay as they are."))
            if card.year.is_voted
            else ALLOWED
        ),
        lambda: _in(card, CardState.CHECKED),
    )


def may_score(actor: Actor, card: Scorecard) -> Answer:
    """The member's own people fill in; the desk may key in for them."""
    return first_refusal(
        lambda: _for_member(actor, card.member, card.year.cluster),
        lambda: _is(card.year, YearState.SCORING),
        lambda: _in(card, CardState.OPEN),
    )


def may_check(actor: Actor, card: Scorecard) -> Answer:
    """The people of the member that was assigned, which is never the member itself."""
    if card.checker is None:
        return refused(_("Nobody has been assigned to cross-check this card."))
    checker = card.checker
    return first_refusal(
        lambda: _for_member(actor, checker, card.year.cluster),
        lambda: _is(card.year, YearState.SCORING),
        lambda: _in(card, CardState.SENT),
    )


def seat_of(actor: Actor, year: ClusterYear) -> Scorecard | None:
    """The card of the actor's own organisation: where he votes for it."""
    own = year.cards.filter(member__organisation=actor.organisation_id, member__n_votes__gt=0)
    return own.exclude(state=CardState.EXCUSED).select_related("member").first()


def may_vote(actor: Actor, year: ClusterYear) -> Answer:
    """The head of each member organisation, for it and once; never anybody above it."""
    seat = seat_of(actor, year) if actor.has(*ANSWERS) and not actor.is_system else None
    if seat is None:
        return refused(_("Here votes the head of each member of the cluster, for it."))
    if RankingTurnout.objects.filter(card=seat).exists():
        return refused(_("Your unit has voted: a ballot put in cannot be changed."))
    return _is(year, YearState.VOTING)


def may_enter_vote(actor: Actor, year: ClusterYear) -> Answer:
    return first_refusal(
        lambda: may_run(actor, year),
        lambda: _is(year, YearState.SETTLING),
        lambda: ALLOWED if year.vote_way == VoteWay.PAPER else refused(_("This year is not voted on paper.")),
    )


def may_step_card(actor: Actor, card: Scorecard, step: str) -> Answer:
    return first_refusal(
        lambda: _takes(actor, card, step),
        lambda: _is(card.year, YearState.SCORING),
        lambda: CARD.may(card, step, system(actor.on)),
    )


def _takes(actor: Actor, card: Scorecard, step: str) -> Answer:
    if step == "send":
        return _answers_for(actor, card.member, card.year.cluster)
    if step == "check":
        if card.checker is None:
            return refused(_("Nobody has been assigned to cross-check this card."))
        return _answers_for(actor, card.checker, card.year.cluster)
    if step == "hand_back" and card.checker and _for_member(actor, card.checker, card.year.cluster):
        return ALLOWED
    return may_run(actor, card.year)


def _covers(actor: Actor, member: ClusterMember) -> bool:
    return member.organisation_id is not None and actor.covers(member.organisation_id)


def _leads(actor: Actor, member: ClusterMember) -> bool:
    """The chairperson or deputy of a member that is an authority itself."""
    return actor.has(Role.LEADER, Role.DEPUTY) and actor.organisation_id == member.organisation_id


def _keyed_by_desk(actor: Actor, member: ClusterMember, cluster: Cluster) -> bool:
    """“Nhập hộ”: for another unit, by the desk of the cluster or of an organisation above the member."""
    above = actor.covers(cluster.organisation_id) or _covers(actor, member)
    return actor.has(*DESK) and above and actor.organisation_id != member.organisation_id


def is_for_them(actor: Actor, member: ClusterMember) -> bool:
    """Somebody of another organisation acts for the member: shown as such."""
    return not actor.is_system and actor.organisation_id != member.organisation_id


def _for_member(actor: Actor, member: ClusterMember, cluster: Cluster) -> Answer:
    own = actor.has(*FILLS) and _covers(actor, member)
    if own or _leads(actor, member) or _keyed_by_desk(actor, member, cluster):
        return ALLOWED
    return refused(_("This is for: %(member)s.") % {"member": member.name})


def _answers_for(actor: Actor, member: ClusterMember, cluster: Cluster) -> Answer:
    """The officer prepares, the head of the unit answers for it; a unit without an account here signs the print."""
    head = actor.has(Role.UNIT_HEAD) and _covers(actor, member)
    if head or _leads(actor, member) or _keyed_by_desk(actor, member, cluster):
        return ALLOWED
    words = {"who": actor.role_names(ANSWERS), "member": member.name}
    return refused(_("This is for: %(who)s of %(member)s.") % words)


def _is(year: ClusterYear, state: YearState) -> Answer:
    if year.state == state:
        return ALLOWED
    words = {"state": year.get_state_display(), "wanted": state.label}
    return refused(_("Now: %(state)s. This is done while: %(wanted)s.") % words)


def _in(card: Scorecard, state: CardState) -> Answer:
    if card.state == state:
        return ALLOWED
    words = {"state": card.get_state_display(), "wanted": state.label}
    return refused(_("Now: %(state)s. This is done while: %(wanted)s.") % words)


def _is_here(year: ClusterYear) -> Answer:
    if year.cluster.running == Running.HERE:
        return ALLOWED
    return refused(_("This block is run elsewhere on paper: nobody here cross-checks."))
