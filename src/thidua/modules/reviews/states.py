"""The life of a review. Nothing else writes its `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.reviews.models import Review, ReviewState

WRITES = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
ISSUES = frozenset({Role.UNIT_HEAD, Role.SPECIALIST, Role.CLERK})


def is_numbered(review: Review) -> str | None:
    return None if review.number and review.issued_on else _("Enter number and day of the report first.")


WORKFLOW = Workflow(
    labels=ReviewState,
    steps=(
        Step("issue", (ReviewState.DRAFT,), ReviewState.ISSUED, gettext_lazy("Note that it was issued"), ISSUES, needs=(is_numbered,)),
        Step("reopen", (ReviewState.ISSUED,), ReviewState.DRAFT, gettext_lazy("Write on it again"), ISSUES, needs_reason=True),
    ),
)  # fmt: skip
