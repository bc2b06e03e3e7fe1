"""Returning a dossier with flagged fields, and answering them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.drafts import FlagNote
from thidua.modules.dossiers.models import Dossier, Flag
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.organisations.api import Actor


class CannotFlag(Cannot):
    """The flag, or its answer, says nothing."""


@action
def send_back(
    *, dossier: Dossier, flags: Sequence[FlagNote], reason: str, actor: Actor, on: date, now: datetime
) -> Dossier:
    """Return the dossier to the unit: one reason, and what to supplement field by field."""
    held = move(dossier=dossier, step="return", actor=actor, on=on, now=now, reason=reason)
    own = set(held.candidates.values_list("pk", flat=True))
    for flag in flags:
        if not flag.note.strip():
            raise CannotFlag(_("Say what to supplement."), field="note")
        if flag.candidate_id is not None and flag.candidate_id not in own:
            raise CannotFlag(_("This candidate is not in the dossier."), field="candidate")
        Flag.objects.create(
            dossier=held,
            candidate_id=flag.candidate_id,
            field=flag.field,
            note=clean(flag.note)[:300],
            raised_at=now,
        )
    return held


@action
def answer_flag(*, flag: Flag, answer: str, actor: Actor, now: datetime) -> Flag:
    """The unit says what it supplemented; the flag is answered."""
    held = locked(flag.dossier)
    require(may_edit(actor, held))
    if not answer.strip():
        raise CannotFlag(_("Say what was supplemented."), field="answer")
    flag.answer = clean(answer)[:300]
    flag.cleared_at = now
    flag.save(update_fields=["answer", "cleared_at"])
    return flag
