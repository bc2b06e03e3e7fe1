"""The life of a request about personal data."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.privacy.models import DataRequest, RequestState

ANSWERS = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY})


def is_proven(row: DataRequest) -> str | None:
    if row.is_proven:
        return None
    return _("Check first that who asks is that person, or acts for him, and tick it.")


S = RequestState
WORKFLOW = Workflow(
    labels=RequestState,
    steps=(
        Step("answer", (S.RECEIVED,), S.ANSWERED, gettext_lazy("Enter the answer"), ANSWERS, needs=(is_proven,), needs_reason=True),
        Step("refuse", (S.RECEIVED,), S.REFUSED, gettext_lazy("Refuse, with the reason"), ANSWERS, needs_reason=True),
    ),
)  # fmt: skip
