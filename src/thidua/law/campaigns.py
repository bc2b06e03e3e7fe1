"""What the launch of a campaign must settle (06/2022/QH15 article 17), and what registering means for a title."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.book import CannotAnswer, before_horizon
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load
from thidua.law.instruments import WARNING_D, regime

HORIZON = date(2014, 6, 1)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that must be settled before a campaign is launched."""

    code: str
    label_vi: str
    label_en: str
    cite: Cite
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class RegistrationRule:
    """Is having registered one of the grounds on which titles are considered?"""

    is_condition: bool
    cite: Cite
    confidence: Confidence


def launch_requirements(on: date) -> tuple[Requirement, ...]:
    """In the order of the law. Raises CannotAnswer before the first day that is loaded."""
    return tuple(
        Requirement(
            code=item["code"],
            label_vi=item["vi"],
            label_en=item["en"],
            cite=Cite.parse(item["cite"]),
            confidence=Confidence(item["confidence"]),
        )
        for item in _row("requirements", on)["items"]
    )


def registration_rule(on: date) -> RegistrationRule:
    row = _row("registration", on)
    return RegistrationRule(row["is_condition"], Cite.parse(row["cite"]), Confidence(row["confidence"]))


def launch_warnings(on: date) -> tuple[str, ...]:
    """What to know of the law of that day: a newer law whose text nobody has entered yet."""
    return (WARNING_D,) if regime(on) == "D" else ()


def _row(name: str, on: date) -> Any:
    day = on.isoformat()
    for row in load("campaigns.yaml")[name]:
        if row["since"] <= day < row.get("until", "9999"):
            return row
    raise CannotAnswer(before_horizon(on, HORIZON), field="on")
