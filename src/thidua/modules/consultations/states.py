"""The life of a consultation. Nothing else writes `Consultation.state`."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.consultations.models import ConsultationState
from thidua.modules.organisations.api import Role

S = ConsultationState
DESK = frozenset({Role.SPECIALIST})
CONSULTED = frozenset({Role.CONSULTED})

WORKFLOW = Workflow(
    labels=ConsultationState,
    steps=(
        Step("ask", (S.DRAFT,), S.ASKED, _("Send the letter"), DESK),
        Step("answer", (S.ASKED,), S.ANSWERED, _("Answer"), CONSULTED, at="body_id"),
        Step("record", (S.ASKED,), S.ANSWERED, _("Enter the reply"), DESK),
        Step(
            "cancel", (S.DRAFT, S.ASKED), S.CANCELLED, _("Cancel the consultation"), DESK, needs_reason=True
        ),
    ),
)
