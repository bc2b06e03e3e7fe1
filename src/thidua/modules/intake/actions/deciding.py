"""What an officer decides on a staged list."""

from collections.abc import Collection
from datetime import datetime

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.intake import entering, policy
from thidua.modules.intake.kinds import RowStatus, Setting
from thidua.modules.intake.models import Intake, IntakeFile, IntakeProgress, IntakeRow, IntakeState
from thidua.modules.intake.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


@action
def keep(*, intake: Intake, shown: Collection[int], others: Collection[int], actor: Actor) -> None:
    """Of the doubtful lines that were `shown`, those in `others` are somebody else and are entered all the same."""
    require(policy.may_work_on(actor, intake))
    held = Intake.objects.select_for_update(of=("self",)).get(pk=intake.pk)
    if held.state != IntakeState.CHECKED:
        return
    near = IntakeRow.objects.filter(intake=held, status=RowStatus.NEAR)
    near.filter(n__in=set(shown)).update(is_kept=False)
    near.filter(n__in=set(shown) & set(others)).update(is_kept=True)
    held.counts = held.counts | {"kept": near.filter(is_kept=True).count()}
    held.save(update_fields=["counts"])


@action
def approve(*, intake: Intake, actor: Actor, now: datetime) -> None:
    """From here on the list is entered, at once or by the worker."""
    require(policy.may_work_on(actor, intake))
    WORKFLOW.move(intake, "approve")
    intake.entered_by_id, intake.entered_at, intake.problem = actor.user_id, now, ""
    intake.save(update_fields=["entered_by", "entered_at", "problem"])
    IntakeProgress.objects.filter(intake=intake).update(n_done=0, n_all=0, is_stopped=False)


@action
def stop(*, intake: Intake, actor: Actor) -> None:
    """The worker sees it within some seconds; nothing will have been entered."""
    require(policy.may_work_on(actor, intake))
    if intake.is_working:
        IntakeProgress.objects.filter(intake=intake).update(is_stopped=True)


@action
def drop(*, intake: Intake, actor: Actor) -> None:
    """Its lines and its file are deleted; that it was brought stays."""
    require(policy.may_work_on(actor, intake))
    WORKFLOW.move(intake, "drop")
    forget(intake)


def forget(intake: Intake) -> None:
    IntakeRow.objects.filter(intake=intake).delete()
    IntakeFile.objects.filter(intake=intake).delete()


@action
def undo(*, intake: Intake, organisation: Organisation, actor: Actor, now: datetime) -> int:
    """Everything that the list entered leaves the records again, or nothing does."""
    require(policy.may_undo(actor, intake))
    WORKFLOW.move(intake, "undo")
    n = entering.undo(intake, Setting(organisation, actor, now.date(), now))
    intake.undone_at = now
    intake.save(update_fields=["undone_at"])
    return n
