"""What modules further right hand to the dossier's page through its slots.

"dossier.clock" (ids, on) -> Clock; "dossier.notes" (actor, dossier, on) -> StepNote;
"dossier.actions" (actor, dossier, on) -> PageAction; "dossier.panels" (actor, dossier, on) -> Panel.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Clock:
    """The appraisal's clock of one dossier, in working days; `is_paused` while supplements are awaited."""

    dossier_id: int
    due_on: date
    n_left: int
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class StepNote:
    """What stands under one step of the step bar: "meeting", "sent", "appraisal", "opinions", "council", "decision"."""

    step: str
    note: str


@dataclass(frozen=True, slots=True)
class PageAction:
    """A button of the title block that leads to another module's screen."""

    label: str
    url: str
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A line below the findings; with an address it leads to another module's part of this dossier."""

    label: str
    url: str
    detail: str = ""
