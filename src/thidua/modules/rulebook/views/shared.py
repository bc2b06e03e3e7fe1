"""What the screens of local rules share."""

from django.shortcuts import get_object_or_404

from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Request
from thidua.modules.rulebook import actions, policy
from thidua.modules.rulebook.faults import Marked, marked, of_text
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.queries import visible_to


def one(request: Request, pk: int) -> LocalRule:
    require(policy.may_see(request.actor))
    rule: LocalRule = get_object_or_404(visible_to(request.actor), pk=pk)
    return rule


def draft_faults(rule: LocalRule) -> list[Marked]:
    """Its own; where it has none, what keeps it from coming into force even when those it replaces end."""
    if rule.state != RuleState.DRAFT:
        return []
    return of_text(rule.text) or marked(
        rule.text, actions.faults_in_force(rule, ended=actions.replaced_by(rule))
    )
