"""What the law leaves to a province, and what it doesn't: a local rule is refused with the reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.cite import Cite
from thidua.law.conditions import Condition
from thidua.law.files import load
from thidua.law.honours import Honour, catalogue
from thidua.law.rules import NATIONAL
from thidua.law.rules.build import AMENDED_LAW, LAW_2022, TWO_LEVELS, Rule

A, B = "15/2003/QH11", "06/2022/QH15"
# Kinds that a national rule uses where it leaves the point to others.
LEFT_OPEN = ("local_rule", "older")


@dataclass(frozen=True, slots=True)
class Delegation:
    """The provision that leaves the details of an honour's standards to a province."""

    honour: str
    cite: Cite
    since: date
    until: date | None = None
    by_council: bool = False  # the People's Council sets it, not the Committee

    def spans(self, since: date) -> bool:
        return self.since <= since and (self.until is None or since < self.until)


def _left(codes: str, place: str, since: date = LAW_2022, **how: Any) -> tuple[Delegation, ...]:
    return tuple(Delegation(code, Cite.parse(place), since, **how) for code in codes.split())


CRITERIA: tuple[Delegation, ...] = (
    *_left("KNC HUYHIEU", f"{A} 69", AMENDED_LAW, until=LAW_2022, by_council=True),
    *_left("LDTT CSTT", f"{B} 24.4"),
    *_left("CO_TINH", f"{B} 26.3"),
    *_left("TTLDXS DVQT", f"{B} 27.3"),
    *_left("TTLDTT DVTT", f"{B} 28.3"),
    *_left("XPTB", f"{B} 29.2"),
    *_left("TVH", f"{B} 30.2"),
    *_left("GDVH", f"{B} 31.2"),
    *_left("KNC", f"{B} 71.2", by_council=True),
    *_left("BK_TINH", f"{B} 74.6"),
    *_left("GK", f"{B} 75.2"),
)
# Dossier and procedure of these are left to ministries and provinces by decree.
PROCEDURE = _left("GK CSTDCS LDTT TTLDTT TVH GDVH", "152/2025/NĐ-CP 6.2.c", TWO_LEVELS)
SETS = Cite.parse(f"{B} 84.6")
OTHER_FORMS = Cite.parse(f"{B} 81.1")


def delegated(honour: str, since: date, among: tuple[Delegation, ...] = CRITERIA) -> Delegation | None:
    return next((item for item in among if item.honour == honour and item.spans(since)), None)


def is_local(honour: Honour) -> bool:
    """A form of encouragement of the place itself (06/2022/QH15 article 81.1)."""
    return honour.line == "local"


def national_rules(honour: str, kind: str, since: date, until: date | None) -> list[Rule]:
    """The national rules that stand on a day of the span."""
    return [
        rule
        for rule in NATIONAL
        if (rule.honour, rule.kind) == (honour, kind)
        and (until is None or rule.since < until)
        and (rule.until is None or since < rule.until)
    ]


def conditions_of(rules: list[Rule]) -> Iterator[Condition]:
    for rule in rules:
        yield from within((*rule.standards, *rule.obstacles))


def within(conditions: tuple[Condition, ...]) -> Iterator[Condition]:
    for condition in conditions:
        yield condition
        yield from within(condition.parts)


def open_codes(rules: list[Rule]) -> list[str]:
    """The conditions that a local rule may replace."""
    return list(dict.fromkeys(c.code for c in conditions_of(rules) if c.kind in LEFT_OPEN))


def name_of(code: str, own: Mapping[str, Honour]) -> str:
    found = own.get(code) or catalogue().get(code)
    return f"“{found.name_vi}”" if found else code


def national_days(step: str, honour: str, level: str, on: date) -> tuple[int, str] | None:
    """The number of days and the unit that national law gives a step."""
    for row in load("deadlines.yaml").get(step, ()):
        in_force = row["since"] <= on.isoformat() < row.get("until", "9999")
        meant = honour in row.get("honours", (honour,)) and level in row.get("levels", (level,))
        if in_force and meant and "days" in row:
            return int(row["days"]), str(row["unit"])
    return None
