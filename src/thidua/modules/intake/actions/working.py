"""What is open on a list is carried out: reading or entering. A list that nobody works on is left alone."""

from django.utils import translation
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.kernel.errors import Cannot
from thidua.modules.intake import entering, staging
from thidua.modules.intake.actions.deciding import forget
from thidua.modules.intake.kinds import Setting
from thidua.modules.intake.models import Intake, IntakeFile, IntakeState
from thidua.modules.intake.states import WORKFLOW
from thidua.modules.intake.ticking import Stopped
from thidua.modules.organisations.api import Actor


def carry_out(intake: Intake, setting: Setting) -> None:
    """Each of the two in one transaction: a worker that is killed has done nothing and begins again."""
    work = {IntakeState.READING: (_read, _not_read), IntakeState.ENTERING: (_enter, _not_entered)}
    if intake.state not in work:
        return
    does, fails = work[IntakeState(intake.state)]
    with translation.override(intake.language):
        try:
            does(intake=intake, setting=setting, actor=setting.actor)
        except Stopped:
            fails(
                intake=intake, problem=_("Stopped before the end; nothing was entered."), actor=setting.actor
            )
        except Cannot as refusal:
            fails(intake=intake, problem=_in_words(refusal), actor=setting.actor)
        except Exception:
            problem = _("A fault of the system; nothing was entered. The log says more.")
            fails(intake=intake, problem=problem, actor=setting.actor)
            raise


def _in_words(refusal: Cannot) -> str:
    sentence = getattr(refusal, "sentence", None)
    if sentence is None or isinstance(sentence, str):
        return str(refusal)
    return str(sentence.en if translation.get_language() == "en" else sentence.vi)


@action
def _read(*, intake: Intake, setting: Setting, actor: Actor) -> None:
    file = IntakeFile.objects.filter(intake=intake).first()
    if file:
        staging.read(intake, setting)
        file.delete()
    else:
        staging.read_again(intake, setting)
    WORKFLOW.move(intake, "check")
    intake.problem = ""
    intake.save(update_fields=["header", "mapping", "counts", "problem"])


@action
def _not_read(*, intake: Intake, problem: str, actor: Actor) -> None:
    """Nothing of it is kept: the officer mends the file and brings it again."""
    WORKFLOW.move(intake, "fail")
    intake.problem = problem
    intake.save(update_fields=["problem"])
    forget(intake)


@action
def _enter(*, intake: Intake, setting: Setting, actor: Actor) -> None:
    n_entered = entering.enter(intake, setting)
    WORKFLOW.move(intake, "enter")
    intake.counts = intake.counts | {"entered": n_entered}
    intake.save(update_fields=["counts"])


@action
def _not_entered(*, intake: Intake, problem: str, actor: Actor) -> None:
    WORKFLOW.move(intake, "fall_back")
    intake.problem, intake.entered_by, intake.entered_at = problem, None, None
    intake.save(update_fields=["problem", "entered_by", "entered_at"])
