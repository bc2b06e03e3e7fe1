"""Who may do what with dossiers. What a step asks for stands in `states`."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.clusters.models import Scorecard, YearState
from thidua.modules.dossiers.models import Candidate, Dossier, DossierState
from thidua.modules.dossiers.states import CANDIDATE_WORKFLOW, DESK, UNIT, WORKFLOW
from thidua.modules.exemplars.models import Exemplar, ExemplarState
from thidua.modules.organisations.api import Actor, Role

S = DossierState
EDITABLE = frozenset({S.DRAFT, S.RETURNED})
EVERY = frozenset(S)
# After which the same may be proposed again.
ENDED = (S.WITHDRAWN, S.REFUSED)
SENT_ON = EVERY - {S.DRAFT, S.AT_HEAD}
APPRAISED_ON = frozenset({S.APPRAISED, S.COUNCIL, S.VOTED, S.DECIDED, S.FORWARDED})
COUNCIL_ON = APPRAISED_ON - {S.APPRAISED}
# Which states of a dossier a role reads at all; roles that are missing read none.
READS: dict[str, frozenset[DossierState]] = {
    Role.UNIT_OFFICER: EVERY,
    Role.UNIT_HEAD: EVERY,
    Role.SPECIALIST: EVERY,
    Role.LEADER: SENT_ON,
    Role.DEPUTY: SENT_ON,
    Role.COUNCIL_SECRETARY: SENT_ON,
    Role.INSPECTOR: SENT_ON,
    Role.VISITOR: SENT_ON,
    Role.CLERK: APPRAISED_ON,
    Role.ACCOUNTANT: APPRAISED_ON,
    Role.COUNCIL_MEMBER: COUNCIL_ON,
    Role.TELLER: COUNCIL_ON,
}
READS_NOTE = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST, Role.LEADER, Role.DEPUTY})
DESK_AND_LEADERS = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY})
GATHERS = frozenset({Role.SPECIALIST})


def readable_states(actor: Actor) -> frozenset[DossierState]:
    if actor.is_system:
        return EVERY
    return frozenset().union(*(READS.get(role, frozenset()) for role in actor.roles))


def may_create(actor: Actor, organisation_id: int | None) -> Answer:
    if actor.has(*UNIT) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("A dossier is prepared by: %(who)s.") % {"who": actor.role_names(UNIT)})


def may_nominate(actor: Actor, exemplar: Exemplar) -> Answer:
    """Somebody has gone there and seen; nobody has commended it yet."""
    if exemplar.state in (ExemplarState.VERIFIED, ExemplarState.NURTURED):
        return may_create(actor, exemplar.organisation_id)
    return refused(_("A dossier is written for an exemplar that is verified and not commended yet."))


def may_propose_flag(actor: Actor, card: Scorecard) -> Answer:
    """The unit that leads its cluster, once the result is announced; the standard asks for more than that."""
    if card.year.state != YearState.FINISHED or card.place != 1 or card.member.organisation_id is None:
        return refused(
            _("Cờ thi đua is proposed for the unit that leads its cluster by the announced result.")
        )
    return may_create(actor, card.member.organisation_id)


def may_edit(actor: Actor, dossier: Dossier) -> Answer:
    """The list and its papers change only while the unit holds the dossier."""
    if dossier.state not in EDITABLE:
        return refused(
            _("The dossier is “%(state)s”: it can be changed again when it is returned.")
            % {"state": dossier.get_state_display()}
        )
    return may_create(actor, dossier.organisation_id)


def may_step(actor: Actor, dossier: Dossier, step: str) -> Answer:
    return WORKFLOW.may(dossier, step, actor)


def may_step_candidate(actor: Actor, candidate: Candidate, step: str) -> Answer:
    return CANDIDATE_WORKFLOW.may(candidate, step, actor)


def may_handle(actor: Actor, dossier: Dossier) -> Answer:
    """State the procedure and write to whoever filed it: the receiving body's desk."""
    if actor.has(*DESK) and actor.covers(dossier.receiver_id):
        return ALLOWED
    return refused(_("The procedure is stated by: %(who)s.") % {"who": actor.role_names(DESK)})


def may_read_note(actor: Actor, dossier: Dossier) -> Answer:
    """The internal note stays with the unit and the receiving body's desk."""
    if actor.has(*READS_NOTE) and (
        actor.covers(dossier.organisation_id) or actor.covers(dossier.receiver_id)
    ):
        return ALLOWED
    return refused(_("The internal note is read by: %(who)s.") % {"who": actor.role_names(READS_NOTE)})


def may_set_targets(actor: Actor, organisation_id: int | None) -> Answer:
    """The receiving body's desk and its leaders."""
    if actor.has(*DESK_AND_LEADERS) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("Targets are set by: %(who)s.") % {"who": actor.role_names(DESK_AND_LEADERS)})


def may_gather(actor: Actor, organisation_id: int | None) -> Answer:
    """Several dossiers into one submittal: the receiving body's own desk."""
    if actor.has(*GATHERS) and actor.covers(organisation_id):
        return ALLOWED
    return refused(
        _("Dossiers are gathered into one submittal by: %(who)s.") % {"who": actor.role_names(GATHERS)}
    )
