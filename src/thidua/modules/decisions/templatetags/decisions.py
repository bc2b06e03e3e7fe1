"""What the screens of decisions say of codes."""

from django import template
from django.utils.safestring import SafeString

from thidua.foundation.templatetags.ui import chip
from thidua.modules.decisions.forms import CorrectionForm
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.rulebook import api as rulebook

register = template.Library()
TONES = {
    DecisionState.DRAFT: "plain",
    DecisionState.WITH_LEADER: "wait",
    DecisionState.NUMBERED: "gold",
    DecisionState.IN_FORCE: "good",
    DecisionState.CANCELLED: "bad",
}


@register.filter
def honour_name(code: str) -> str:
    found = rulebook.find_honour(code)
    return found.name_vi if found else code


@register.filter
def entry_field(name: str) -> str:
    """The label of what a correction changes."""
    return str(CorrectionForm.base_fields[name].label)


@register.filter
def state_chip(decision: Decision) -> SafeString:
    return chip(decision.get_state_display(), TONES[DecisionState(decision.state)])
