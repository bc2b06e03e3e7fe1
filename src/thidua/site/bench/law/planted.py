"""People whose answers were worked out by hand, put among the others: the sweep must find just these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from thidua.site.bench.law.crowd import Array

EVERY = 1_000  # the last of so many people is planted
Item = Mapping[str, Any]
Facts = Mapping[str, tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Planted:
    """What is known, and what must be answered: "yes", "forgotten", a condition one step away, or None."""

    facts: Facts
    answers: Mapping[str, str | None]
    person: Item = field(default_factory=lambda: {"group": "official"})


def titles(code: str, *years: int) -> tuple[Item, ...]:
    return tuple({"honour": code, "year": year} for year in years)


def graded(grade: str, *years: int) -> tuple[Item, ...]:
    return tuple({"year": year, "grade": grade} for year in years)


THREE_YEARS = titles("CSTDCS", 2023, 2024, 2025)
WIDE = ({"year": 2024, "scope": "province"},)
CERTIFICATE = ({"honour": "BK_TINH", "on": date(2020, 9, 2), "by": "results"},)
PRIME_MINISTERS = ({"honour": "BK_TTG", "on": date(2020, 9, 2), "by": "results"},)
FIVE_YEARS = graded("good", 2021, 2022, 2023, 2024, 2025)
FOUR_YEARS = graded("good", 2022, 2023, 2024, 2025)
UNRESOLVED = ({"kind": "complaint", "since": date(2025, 11, 1)},)

PLANTED: tuple[Planted, ...] = (
    # Three base titles and a wide initiative: article 22. Two of them: article 74 too.
    Planted({"titles": THREE_YEARS, "initiatives": WIDE}, {"CSTDCT": "forgotten", "BK_TINH": "forgotten"}),
    Planted(
        {"titles": THREE_YEARS[1:], "initiatives": WIDE}, {"CSTDCT": "three_in_a_row", "BK_TINH": "forgotten"}
    ),
    Planted({"titles": THREE_YEARS}, {"CSTDCT": "initiative", "BK_TINH": "forgotten"}),
    Planted(
        {"titles": THREE_YEARS[:1], "initiatives": WIDE}, {"CSTDCT": None, "BK_TINH": "two_fighter_titles"}
    ),
    Planted(
        {"titles": THREE_YEARS, "initiatives": WIDE, "pending": UNRESOLVED}, {"CSTDCT": None, "BK_TINH": None}
    ),
    Planted(
        {"titles": THREE_YEARS, "initiatives": WIDE, "proposals": ({"honour": "CSTDCT", "year": 2025},)},
        {"CSTDCT": "yes", "BK_TINH": "forgotten"},
    ),
    # A certificate, then five good years with three base titles: article 73; four years are one too few.
    Planted(
        {"awards": CERTIFICATE, "grades": FIVE_YEARS, "titles": titles("CSTDCS", 2021, 2023, 2025)},
        {"BK_TTG": "forgotten", "LDTT": "forgotten"},
    ),
    Planted(
        {"awards": CERTIFICATE, "grades": FOUR_YEARS, "titles": titles("CSTDCS", 2022, 2023, 2025)},
        {"BK_TTG": "years_after"},
    ),
    Planted(
        {"awards": CERTIFICATE, "grades": FIVE_YEARS, "titles": titles("CSTDCS", 2021, 2025)},
        {"BK_TTG": "three_fighter_titles"},
    ),
    # The same ladder one rung up needs an excellent year: article 44.
    Planted(
        {
            "awards": PRIME_MINISTERS,
            "grades": (*FIVE_YEARS[:4], *graded("excellent", 2025)),
            "titles": titles("CSTDCS", 2021, 2023, 2025),
        },
        {"HCLD3": "forgotten", "CSTDCS": "yes"},
    ),
    Planted(
        {"awards": PRIME_MINISTERS, "grades": FIVE_YEARS, "titles": titles("CSTDCS", 2021, 2023, 2025)},
        {"HCLD3": "excellent_years"},
    ),
    # Two provincial titles three years apart, and an initiative for the nation: article 21.
    Planted(
        {"titles": titles("CSTDCT", 2022, 2025), "initiatives": ({"year": 2021, "scope": "nation"},)},
        {"CSTDTQ": "forgotten"},
    ),
    Planted(
        {"titles": titles("CSTDCT", 2022, 2025), "initiatives": ({"year": 2019, "scope": "nation"},)},
        {"CSTDTQ": None},
    ),
    Planted({"grades": graded("good", 2025)}, {"LDTT": "forgotten", "CSTT": None}),
    Planted({"grades": graded("completed", 2025)}, {"LDTT": None}),
    Planted(
        {"work": ({"place": "same", "since": date(2004, 1, 1)},)},
        {"HUY_CSVV1": "forgotten", "HUY_CSVV2": None},
        {"group": "armed_forces"},
    ),
    Planted({}, {"LDTT": None}, {"group": "official", "unknown": "grades titles"}),
)


def is_planted(person: Array) -> Array:
    last: Array = person % EVERY == EVERY - 1
    return last


def which(person: int) -> Planted:
    return PLANTED[person // EVERY % len(PLANTED)]


def plant(name: str, made: pa.Table) -> pa.Table:
    """The rows of a list with those of the planted people in place of what chance gave them."""
    person = made.column("person").to_numpy()
    planted = is_planted(person)
    wanted = np.arange(person[0] // EVERY, person[-1] // EVERY + 1) * EVERY + EVERY - 1 if len(person) else ()
    added = [{"person": int(each), **item} for each in wanted for item in _items(name, which(int(each)))]
    rows = pa.Table.from_pylist(added, made.schema) if added else made.slice(0, 0)
    together = pa.concat_tables([made.filter(pa.array(~planted)), rows], promote_options="permissive")
    return together.unify_dictionaries().sort_by("person")


def _items(name: str, planted: Planted) -> tuple[Item, ...]:
    return (planted.person,) if name == "people" else planted.facts.get(name, ())


def verify(work_list: str, people: int) -> int:
    """How many planted answers were looked at; a wrong one is an error."""
    lines = pq.read_table(work_list, columns=["person", "honour", "answer", "missing", "forgotten"])
    lines = lines.filter(pc.equal(pc.subtract(lines["person"], _floor(lines["person"])), EVERY - 1))
    found = {(line["person"], line["honour"]): _said(line) for line in lines.to_pylist()}
    expected = {
        (person, honour): answer
        for person in range(EVERY - 1, people, EVERY)
        for honour, answer in which(person).answers.items()
    }
    wrong = {key: (answer, found.get(key)) for key, answer in expected.items() if found.get(key) != answer}
    if wrong:
        raise AssertionError(
            f"{len(wrong)} planted answers are wrong, for example {next(iter(wrong.items()))}"
        )
    return len(expected)


def _floor(person: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.multiply(pc.divide(person, EVERY), EVERY)


def _said(line: Mapping[str, Any]) -> str:
    if line["answer"] == "yes":
        return "forgotten" if line["forgotten"] else "yes"
    return str(line["missing"])
