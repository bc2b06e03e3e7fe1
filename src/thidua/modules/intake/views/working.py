"""Work on a list: at once when it is small, else handed to the worker."""

from thidua.modules.intake.actions import carry_out
from thidua.modules.intake.jobs import work
from thidua.modules.intake.kinds import Setting
from thidua.modules.intake.models import Intake
from thidua.modules.organisations.api import Request


def begin(request: Request, intake: Intake, *, is_small: bool) -> None:
    if is_small:
        carry_out(intake, Setting(intake.organisation, request.actor, request.today, request.now))
        return
    user_id = request.user.pk
    assert user_id is not None  # nobody brings a list without having signed in
    work.defer(intake_id=intake.pk, user_id=user_id)
