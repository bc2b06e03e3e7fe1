from collections.abc import Sequence

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.organisations.api import Actor, in_force
from thidua.modules.organisations.models import Grant, Organisation
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.places import WITH_RULES
from thidua.modules.rulebook.states import KEEPERS


def may_see(actor: Actor) -> Answer:
    if actor.has(*KEEPERS):
        return ALLOWED
    return refused(_("Local rules are entered by: %(who)s.") % {"who": actor.role_names(KEEPERS)})


def may_enter(actor: Actor, places: Sequence[Organisation]) -> Answer:
    """`places` are those whose rules he keeps: none for somebody of a unit."""
    return may_see(actor) if places else refused(_("Local rules are issued by provinces and communes."))


def may_keep(actor: Actor, organisation: Organisation) -> Answer:
    """Its own keepers; for a province that nobody works for here, those of the places below it."""
    return first_refusal(
        lambda: may_see(actor), lambda: _issues(organisation), lambda: _is_near(actor, organisation)
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
    held = Grant.objects.filter(in_force(actor.on), organisation=organisation, role__in=KEEPERS)
    return held.exists()


def may_edit(actor: Actor, rule: LocalRule) -> Answer:
    return first_refusal(lambda: may_keep(actor, rule.organisation), lambda: _is_draft(rule))


def _is_draft(rule: LocalRule) -> Answer:
    if rule.state == RuleState.DRAFT:
        return ALLOWED
    return refused(_("A rule that has been in force is not rewritten: end it and enter the new one."))
