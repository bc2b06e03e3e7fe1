"""The life of a list. Who may take a step is said by the kind of the list: see policy."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.intake.models import Intake, IntakeState


def something_to_enter(intake: Intake) -> str | None:
    return None if to_enter(intake) else _("No line of this list is to be entered.")


def to_enter(intake: Intake) -> int:
    return int(intake.counts.get("new", 0)) + int(intake.counts.get("kept", 0))


S = IntakeState
WORKFLOW = Workflow(
    labels=IntakeState,
    steps=(
        Step("check", (S.READING,), S.CHECKED, gettext_lazy("Read")),
        Step("fail", (S.READING,), S.FAILED, gettext_lazy("Could not be read")),
        Step("read_again", (S.CHECKED,), S.READING, gettext_lazy("Read with these columns")),
        Step("approve", (S.CHECKED,), S.ENTERING, gettext_lazy("Enter"), needs=(something_to_enter,)),
        Step("enter", (S.ENTERING,), S.ENTERED, gettext_lazy("All lines entered")),
        Step("fall_back", (S.ENTERING,), S.CHECKED, gettext_lazy("Nothing was entered")),
        Step("undo", (S.ENTERED,), S.UNDONE, gettext_lazy("Take the list back")),
        Step("drop", (S.READING, S.CHECKED, S.FAILED), S.DROPPED, gettext_lazy("Give the list up")),
    ),
)
