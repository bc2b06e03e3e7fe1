from collections.abc import Sequence

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.organisations.api import Actor, in_force
from thidua.modules.organisations.models import Grant, Organisation
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.places import WITH_RULES
from thidua.modules.rulebook.states import CONFIRMERS, KEEPERS, LEADERS, READERS


def may_see(actor: Actor) -> Answer:
    if actor.has(*READERS):
        return ALLOWED
    return refused(_("Local rules are read by: %(who)s.") % {"who": actor.role_names(READERS)})


def _enters(actor: Actor) -> Answer:
    if actor.has(*KEEPERS):
        return ALLOWED
    return refused(_("Local rules are entered by: %(who)s.") % {"who": actor.role_names(KEEPERS)})


def may_enter(actor: Actor, places: Sequence[Organisation]) -> Answer:
    """`places` are those whose rules he keeps: none for somebody of a unit."""
    return _enters(actor) if places else refused(_("Local rules are issued by provinces and communes."))


def may_keep(actor: Actor, organisation: Organisation) -> Answer:
    return first_refusal(lambda: _enters(actor), lambda: answers_for(actor, organisation))


def answers_for(actor: Actor, organisation: Organisation) -> Answer:
    """Its own people; for a province that nobody works for here, those of the places below it."""
    return first_refusal(
        lambda: may_see(actor), lambda: _issues(organisation), lambda: _is_near(actor, organisation)
    )


def may_confirm(actor: Actor, rule: LocalRule) -> Answer:
    """Put it in force, or end it: a second pair of eyes on what everybody's dossiers are compared with."""
    return first_refusal(
        lambda: _confirms(actor),
        lambda: answers_for(actor, rule.organisation),
        lambda: _is_not_alone(actor, rule),
    )


def _confirms(actor: Actor) -> Answer:
    if actor.has(*CONFIRMERS):
        return ALLOWED
    who = actor.role_names(CONFIRMERS)
    return refused(_("A local rule is put in force and ended by: %(who)s.") % {"who": who})


def _is_not_alone(actor: Actor, rule: LocalRule) -> Answer:
    if actor.is_system or actor.has(*LEADERS) or rule.entered_by_id != actor.user_id:
        return ALLOWED
    who = actor.role_names(LEADERS)
    return refused(
        _("You entered this rule yourself: %(who)s, or another administrator, puts it in force.")
        % {"who": who}
    )


def _issues(organisation: Organisation) -> Answer:
    if organisation.kind in WITH_RULES:
        return ALLOWED
    return refused(_("Local rules are issued by provinces and communes."))


def _is_near(actor: Actor, organisation: Organisation) -> Answer:
    if actor.covers(organisation.pk) or not has_keepers(organisation, actor):
        return ALLOWED
    return refused(_("%(name)s keeps its own rules here.") % {"name": organisation.name})


def has_keepers(organisation: Organisation, actor: Actor) -> bool:
    held = Grant.objects.filter(in_force(actor.on), organisation=organisation, role__in=READERS)
    return held.exists()


def may_edit(actor: Actor, rule: LocalRule) -> Answer:
    return first_refusal(lambda: may_keep(actor, rule.organisation), lambda: _is_draft(rule))


def _is_draft(rule: LocalRule) -> Answer:
    if rule.state == RuleState.DRAFT:
        return ALLOWED
    return refused(_("A rule that has been in force is not rewritten: end it and enter the new one."))
