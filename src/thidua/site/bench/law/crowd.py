"""People made up by a seed: ten years of every kind of fact, drawn by chances that resemble an administration."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from thidua.law.sweeping.shape import shape

YEARS = np.arange(2016, 2026)
GRADES = ("failed", "completed", "good", "excellent")
TITLES = ("LDTT", "CSTDCS", "CSTDCT")
AWARDS = ("GK", "BK_TINH", "BK_TTG", "HCLD3")
GROUPS = ("official", "public_employee", "worker", "farmer", "armed_forces", "entrepreneur")
SHARES = (0.25, 0.4, 0.2, 0.05, 0.05, 0.05)
UNIT = 50  # people of one unit
TYPES = {"word": pa.string(), "number": pa.int64(), "day": pa.date32(), "flag": pa.bool_()}

Array = NDArray[Any]
Random = np.random.Generator


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one list: whose, and a column each."""

    person: Array
    columns: dict[str, pa.Array]

    def table(self, name: str) -> pa.Table:
        keys = [key for key in shape(name).values() if key.name in self.columns]
        columns = [pa.array(self.person), *(self.columns[key.name].cast(_type(key.sort)) for key in keys)]
        return pa.table(columns, names=["person", *(key.name for key in keys)])


def _type(sort: str) -> pa.DataType:
    return pa.dictionary(pa.int32(), pa.string()) if sort == "word" else TYPES[sort]


def words(codes: Array, among: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(among))


def a_word(random: Random, n: int, among: Sequence[str], shares: Sequence[float] | None = None) -> pa.Array:
    return words(random.choice(len(among), n, p=shares), among)


def days(random: Random, years: Array) -> pa.Array:
    start = (years - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    return pa.array(start + random.integers(0, 365, len(years)))


def chunk(seed: int, first: int, n: int) -> dict[str, Rows]:
    """Everything about the people `first` … `first + n - 1`."""
    random = np.random.default_rng([seed, first])
    strong = random.random(n) < 0.15
    since = np.where(random.random(n) < 0.2, random.integers(0, len(YEARS), n), 0)
    grades = _grades(random, strong, since)
    yearly = {"grades": _graded(first, grades), "titles": _titles(random, first, strong, grades)}
    rare = {name: make(random, first, n) for name, make in RARE.items()}
    return {"people": _people(random, first, n), **yearly, "work": _work(random, first, since), **rare}


def _people(random: Random, first: int, n: int) -> Rows:
    person = np.arange(first, first + n)
    columns = {
        "group": a_word(random, n, GROUPS, SHARES),
        "position": a_word(random, n, ("direct_worker", "manager", "leader"), (0.8, 0.15, 0.05)),
        "sex": a_word(random, n, ("female", "male")),
        "unit": pa.array(person // UNIT),
        "training": pa.array(random.random(n) < 0.3),
    }
    return Rows(person, columns)


def _grades(random: Random, strong: Array, since: Array) -> Array:
    """The grade of each year as a place in GRADES; -1 before the first year."""
    drawn = random.random((len(strong), len(YEARS)))
    bounds = np.where(strong[:, None], (0.01, 0.04, 0.4), (0.03, 0.25, 0.88))
    grade: Array = (drawn[:, :, None] >= bounds[:, None, :]).sum(axis=2)
    grade[np.arange(len(YEARS)) < since[:, None]] = -1
    return grade


def _graded(first: int, grades: Array) -> Rows:
    person, year = np.nonzero(grades >= 0)
    columns = {"year": pa.array(YEARS[year]), "grade": words(grades[person, year], GRADES)}
    return Rows(person + first, columns)


def _titles(random: Random, first: int, strong: Array, grades: Array) -> Rows:
    advanced = (grades >= 2) & (random.random(grades.shape) < 0.92)
    fighter = advanced & (random.random(grades.shape) < np.where(strong, 0.75, 0.06)[:, None])
    province = np.zeros_like(fighter)
    province[:, 2:] = fighter[:, 2:] & fighter[:, 1:-1] & fighter[:, :-2]
    province &= random.random(grades.shape) < 0.3
    person, year, title = np.nonzero(np.stack([advanced, fighter, province], axis=2))
    columns = {
        "honour": words(title, TITLES),
        "year": pa.array(YEARS[year]),
        "checked": pa.array(random.random(len(person)) < 0.995),
    }
    return Rows(person + first, columns)


def _work(random: Random, first: int, since: Array) -> Rows:
    began = np.where(since > 0, YEARS[since], random.integers(1990, 2016, len(since)))
    n = len(since)
    columns = {"place": words(np.zeros(n), ("same", "other")), "since": days(random, began)}
    return Rows(np.arange(first, first + n), columns)


def whose(random: Random, first: int, n: int, chances: Sequence[float]) -> Array:
    """The people who have one such fact, two, …: each chance once."""
    person, _ = np.nonzero(random.random((n, len(chances))) < np.array(chances))
    return person + first


def _awards(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.4, 0.25, 0.1))
    year = random.integers(2010, 2026, len(person))
    spanned = random.random(len(person)) < 0.5
    columns = {
        "honour": a_word(random, len(person), AWARDS, (0.5, 0.42, 0.07, 0.01)),
        "on": days(random, year),
        "merit_from": pa.array(year - 3, mask=~spanned),
        "merit_to": pa.array(year - 1, mask=~spanned),
        "by": a_word(random, len(person), ("results", "movement", "sudden"), (0.8, 0.15, 0.05)),
    }
    return Rows(person, columns)


def _initiatives(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.4, 0.2, 0.1))
    scopes = ("base", "district", "province", "ministry", "nation")
    used = random.random(len(person)) < 0.2
    columns = {
        "year": pa.array(random.choice(YEARS, len(person))),
        "scope": a_word(random, len(person), scopes, (0.8, 0.08, 0.08, 0.03, 0.01)),
        "kind": a_word(random, len(person), ("initiative", "topic"), (0.85, 0.15)),
        "used_for": _used(used),
    }
    return Rows(person, columns)


def _used(used: Array) -> pa.Array:
    codes = pa.array(np.zeros(len(used), dtype=np.int32), mask=~used)
    return pa.DictionaryArray.from_arrays(codes, pa.array(["CSTDCS"]))


def _leave(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.3,))
    kinds = ("sick", "maternity", "study", "unpaid")
    columns = {
        "kind": a_word(random, len(person), kinds, (0.6, 0.2, 0.15, 0.05)),
        "year": pa.array(random.choice(YEARS, len(person))),
        "days": pa.array(random.integers(1, 60, len(person))),
        "rules_obeyed": pa.array(random.random(len(person)) < 0.99),
    }
    return Rows(person, columns)


def _discipline(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.03,))
    year = random.choice(YEARS, len(person))
    until = (year - 1969).astype("datetime64[Y]").astype("datetime64[D]") + 180
    kinds = ("reprimand", "warning", "demotion")
    columns = {
        "kind": a_word(random, len(person), kinds, (0.7, 0.25, 0.05)),
        "on": days(random, year),
        "until": pa.array(until),
    }
    return Rows(person, columns)


def _pending(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.005,))
    columns = {
        "kind": a_word(random, len(person), ("complaint", "inspection", "discipline")),
        "since": days(random, random.choice(YEARS[-3:], len(person))),
        "cleared": pa.array(random.random(len(person)) < 0.5),
    }
    return Rows(person, columns)


def _movements(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.2,))
    columns = {
        "launched_by": a_word(random, len(person), ("xa", "tinh", "bo", "ttg")),
        "years": pa.array(random.integers(1, 6, len(person))),
        "result": a_word(random, len(person), ("took_part", "outstanding", "leader"), (0.8, 0.17, 0.03)),
        "stage": a_word(random, len(person), ("interim", "final")),
    }
    return Rows(person, columns)


def _models(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.02,))
    columns = {
        "years": pa.array(random.integers(1, 6, len(person))),
        "scope": a_word(random, len(person), ("base", "district", "province")),
        "helps_households": pa.array(random.random(len(person)) < 0.8),
        "creates_jobs": pa.array(random.random(len(person)) < 0.8),
    }
    return Rows(person, columns)


def _posts(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.2,))
    columns = {
        "post": a_word(random, len(person), ("head", "deputy")),
        "months": pa.array(random.integers(1, 120, len(person))),
    }
    return Rows(person, columns)


def _proposals(random: Random, first: int, n: int) -> Rows:
    person = whose(random, first, n, (0.3, 0.1))
    columns = {
        "honour": a_word(
            random, len(person), ("LDTT", "CSTDCS", "CSTDCT", "BK_TINH"), (0.7, 0.2, 0.05, 0.05)
        ),
        "year": pa.array(np.full(len(person), 2025)),
    }
    return Rows(person, columns)


RARE: dict[str, Callable[[Random, int, int], Rows]] = {
    "awards": _awards,
    "initiatives": _initiatives,
    "leave": _leave,
    "discipline": _discipline,
    "pending": _pending,
    "movements": _movements,
    "models": _models,
    "posts": _posts,
    "proposals": _proposals,
}
