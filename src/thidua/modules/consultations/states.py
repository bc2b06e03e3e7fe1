"""The life of a consultation. Nothing else writes `Consultation.state`."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.consultations.models import ConsultationState, RemarkState, Showing, ShowingState
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

W = ShowingState
R = RemarkState
RECEIVER = frozenset({Role.COMPLAINTS})


def remarks_handled(showing: Showing) -> str | None:
    n_open = showing.remarks.filter(state__in=[R.RECEIVED, R.VERIFYING]).count()
    if not n_open:
        return None
    return gettext("%(n)s remarks are not handled yet.") % {"n": n_open}


SHOWING = Workflow(
    labels=ShowingState,
    steps=(
        Step(
            "conclude",
            (W.OPEN,),
            W.CLOSED,
            _("Record the result of the showing"),
            DESK,
            needs=(remarks_handled,),
        ),
        Step("withdraw", (W.OPEN,), W.WITHDRAWN, _("Take down"), DESK, needs_reason=True),
    ),
)
REMARK = Workflow(
    labels=RemarkState,
    steps=(
        Step("verify", (R.RECEIVED,), R.VERIFYING, _("Begin to verify"), DESK),
        Step("conclude", (R.RECEIVED, R.VERIFYING), R.CONCLUDED, _("Conclude on the remark"), DESK),
        Step(
            "refer",
            (R.RECEIVED, R.VERIFYING),
            R.REFERRED,
            _("Hand to the receiver of complaints"),
            DESK,
        ),
    ),
)
