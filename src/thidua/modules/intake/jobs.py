from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.foundation.audit import acting
from thidua.kernel.days import civil_day
from thidua.modules.intake.actions import carry_out
from thidua.modules.intake.kinds import Setting
from thidua.modules.intake.models import Intake, IntakeRow, IntakeState
from thidua.modules.organisations.api import actor_for

KEPT = timedelta(days=90)
OVER = (IntakeState.ENTERED, IntakeState.UNDONE)


@app.task(name="intake.work", queue="long")
def work(*, intake_id: int, user_id: int) -> None:
    """As the person who asked for it: what he may not enter, the worker does not enter for him."""
    now = timezone.now()
    on = civil_day(now)
    intake = Intake.objects.select_related("organisation").get(pk=intake_id)
    actor = actor_for(user_id=user_id, name="", on=on)
    carry_out(intake, Setting(intake.organisation, actor, on, now))


@app.periodic(cron="40 19 * * *")
@app.task(name="intake.forget", queue="nightly", queueing_lock="intake.forget")
def forget_old(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    """The cells of lists that were settled three months ago: the records hold what was entered."""
    with acting(None, action="intake.forget"):
        old = IntakeRow.objects.filter(
            intake__state__in=OVER, intake__entered_at__lt=timezone.now() - KEPT, sealed__isnull=False
        )
        old.update(sealed=None)
