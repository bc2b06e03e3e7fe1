"""A file comes into quarantine; small ones are read at once, large ones by the worker."""

import hashlib
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.intake import columns, policy
from thidua.modules.intake.kinds import Kind
from thidua.modules.intake.models import Intake, IntakeFile, IntakeProgress, IntakeState
from thidua.modules.intake.offered import kind_called
from thidua.modules.intake.sealing import seal_file
from thidua.modules.intake.states import WORKFLOW
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

SHOWN = 200


class CannotBring(Cannot):
    """The very same file waits or was entered already."""


@action
def bring(
    *, kind: Kind, organisation: Organisation, content: bytes, name: str, actor: Actor, now: datetime
) -> Intake:
    require(kind.may(actor, organisation.pk))
    sha256 = hashlib.sha256(content).hexdigest()
    _never_twice(kind, organisation, sha256)
    user_id = actor.user_id
    assert user_id is not None  # a person brings a file
    intake = Intake.objects.create(
        kind=kind.code,
        organisation=organisation,
        file_name=clean(name)[-SHOWN:],
        sha256=sha256,
        language=get_language() or "vi",
        brought_by_id=user_id,
        brought_at=now,
    )
    IntakeProgress.objects.create(intake=intake)
    IntakeFile.objects.create(intake=intake, sealed=seal_file(intake.pk, content))
    return intake


def _never_twice(kind: Kind, organisation: Organisation, sha256: str) -> None:
    open_states = (IntakeState.READING, IntakeState.CHECKED, IntakeState.ENTERING, IntakeState.ENTERED)
    same = Intake.objects.filter(
        kind=kind.code, organisation=organisation, sha256=sha256, state__in=open_states
    ).first()
    if same:
        told = {"name": same.file_name, "state": same.get_state_display()}
        raise CannotBring(
            _("This very file is here already (“%(name)s”: %(state)s). Open it in the list below.") % told,
            field="file",
        )


@action
def choose_columns(*, intake: Intake, mapping: dict[str, int], actor: Actor) -> None:
    """Read again with the columns that the officer says."""
    require(policy.may_work_on(actor, intake))
    WORKFLOW.move(intake, "read_again")
    intake.mapping = columns.fitting(kind_called(intake.kind), mapping, len(intake.header))
    intake.save(update_fields=["mapping"])
