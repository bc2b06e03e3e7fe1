"""A model of the catalogue is opened to the whole province, or kept to its own commune again."""

from datetime import date, datetime

from thidua.foundation.actions import action
from thidua.foundation.events import publish
from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Actor
from thidua.modules.replication import policy
from thidua.modules.replication.actions.models import locked, passed
from thidua.modules.replication.models import PracticeModel

SHARED, UNSHARED = "share", "unshare"


@action
def share(*, model: PracticeModel, actor: Actor, on: date, now: datetime) -> PracticeModel:
    """Every unit of every commune of the province reads it and can apply it; their specialists are told."""
    held = locked(model)
    require(policy.may_share(actor, held))
    if held.shared_on is None:
        _set(held, on)
        passed(held, SHARED, actor, on=on, now=now)
        publish("replication.share", held.pk)
    return held


@action
def unshare(*, model: PracticeModel, actor: Actor, on: date, now: datetime) -> PracticeModel:
    """Those elsewhere who apply it go on reading it."""
    held = locked(model)
    require(policy.may_share(actor, held))
    if held.shared_on is not None:
        _set(held, None)
        passed(held, UNSHARED, actor, on=on, now=now)
    return held


def _set(model: PracticeModel, on: date | None) -> None:
    model.shared_on = on
    model.save(update_fields=["shared_on"])
