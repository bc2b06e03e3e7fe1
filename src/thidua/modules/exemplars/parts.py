"""What modules further right hand to the exemplar's page through its slots."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageAction:
    """A button that sends a form to another module: `url` answers a POST."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A line that leads to another module's part of this exemplar."""

    label: str
    url: str
    detail: str = ""
