"""Who may bring, read, approve and take back a list: whoever may enter its lines one by one."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import Answer, refused
from thidua.modules.intake.models import Intake
from thidua.modules.intake.offered import kind_called
from thidua.modules.organisations.api import Actor


def may_work_on(actor: Actor, intake: Intake) -> Answer:
    return kind_called(intake.kind).may(actor, intake.organisation_id)


def may_undo(actor: Actor, intake: Intake) -> Answer:
    if kind_called(intake.kind).undo is None:
        return refused(
            _("These lines stand in the register, which is never shortened: correct or revoke them there.")
        )
    return may_work_on(actor, intake)
