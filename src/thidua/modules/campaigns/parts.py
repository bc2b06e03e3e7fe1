"""What modules further right hand to the campaign's page through its slot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Panel:
    """A line that leads to another module's part of this campaign."""

    label: str
    url: str
    detail: str = ""
