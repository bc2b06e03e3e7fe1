from django.conf import settings
from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.decisions.states import CLERK, CONFER, DESK, WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


def _has(actor: Actor, roles: frozenset[str], organisation_id: int | None, sentence: str) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(sentence % {"who": actor.role_names(roles)})


def may_draft(actor: Actor, organisation: Organisation | None) -> Answer:
    return _has(
        actor, DESK, organisation.pk if organisation else None, _("A decision is drafted by: %(who)s.")
    )


def may_change(actor: Actor, decision: Decision) -> Answer:
    if decision.state != DecisionState.DRAFT:
        return refused(
            _("Only a draft can be changed. This decision is: %(state)s.")
            % {"state": decision.get_state_display()}
        )
    return may_draft(actor, decision.organisation)


def may_move(actor: Actor, decision: Decision, step: str) -> Answer:
    return WORKFLOW.may(decision, step, actor)


def may_attach(actor: Actor, decision: Decision) -> Answer:
    if decision.state != DecisionState.NUMBERED:
        return refused(_("The signed copy is uploaded between the number and the entry into force."))
    return _has(actor, CLERK | DESK, decision.organisation_id, _("The signed copy is uploaded by: %(who)s."))


def may_sign_for_trial(actor: Actor, decision: Decision) -> Answer:
    """Anywhere else the server signs nothing: whoever decides signs outside."""
    if not settings.DEMONSTRATION:
        return refused(_("A test signature is given in the demonstration alone."))
    if decision.signed_file_id is not None:
        return refused(_("There is a signed copy already."))
    return may_attach(actor, decision)


def may_print(actor: Actor, decision: Decision) -> Answer:
    """Nothing but the marked draft is printed from a decision before its number exists."""
    if decision.state not in {DecisionState.NUMBERED, DecisionState.IN_FORCE}:
        return refused(
            _("Nothing is printed from a decision before the records office has given its number.")
        )
    return _has(
        actor, CLERK | DESK, decision.organisation_id, _("Papers of a decision are drawn by: %(who)s.")
    )


def may_record_outcome(actor: Actor, organisation: Organisation | None) -> Answer:
    return _has(
        actor,
        CONFER,
        organisation.pk if organisation else None,
        _("The higher level's decision is entered by: %(who)s."),
    )
