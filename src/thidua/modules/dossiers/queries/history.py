"""What has happened to a dossier: from the history that the database keeps of its row."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Dossier, DossierState


@dataclass(frozen=True, slots=True)
class Change:
    """A state the dossier came to, when, and through whom (empty: the system)."""

    state: DossierState
    at: datetime
    by: str


def changes_of(dossier: Dossier) -> list[Change]:
    """State by state, the newest first."""
    model: Any = Dossier
    events = model.pgh_event_model.objects.filter(pgh_obj_id=dossier.pk).order_by("pgh_id")
    reached: list[Any] = []
    for event in events.select_related("pgh_context"):
        if not reached or reached[-1].state != event.state:
            reached.append(event)
    names = User.objects.in_bulk({_actor(event) for event in reached} - {None})
    return [
        Change(
            DossierState(event.state),
            event.pgh_created_at,
            names[_actor(event)].full_name if _actor(event) in names else "",
        )
        for event in reversed(reached)
    ]


def _actor(event: Any) -> int | None:
    return event.pgh_context.metadata.get("actor") if event.pgh_context else None
