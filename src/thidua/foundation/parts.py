"""Plain data that screens are made of; queries and providers return them, components draw them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step of a step bar; `note` says its date or its condition."""

    label: str
    mark: Mark
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter chip that filters: `url` is the list with this filter on."""

    label: str
    n: int
    url: str
    is_on: bool = False
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    on: date
    label: str
    text: str = ""
    url: str = ""
    tone: str = "plain"
    when: str = ""
    """How the day is written where only a year is known."""


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """Something that waits for a person on the home page; `kind` groups (a label)."""

    label: str
    url: str
    kind: str
    detail: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One hit of the search over everything, under the heading `kind`."""

    kind: str
    label: str
    url: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MenuItem:
    label: str
    url: str
    n_waiting: int = 0
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class MenuGroup:
    label: str
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class PostAction:
    """A button of a page that sends a form to another module: `url` answers a POST."""

    label: str
    url: str
