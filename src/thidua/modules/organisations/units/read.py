"""The administrative units of Việt Nam as dated data: what exists, what existed, what became of it."""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parent
# Local government of two levels begins: provinces and communes, no districts.
TWO_LEVELS = date(2025, 7, 1)

Row = dict[str, str]


class UnitKind(StrEnum):
    PROVINCE = "tinh"
    CITY = "thanh_pho"  # run by the centre, beside the provinces
    DISTRICT = "quan"
    COMMUNE = "xa"
    WARD = "phuong"
    SPECIAL_ZONE = "dac_khu"


class Certainty(StrEnum):
    TEXT = "text"
    SECONDARY = "secondary"


class KeeperBasis(StrEnum):
    WHOLE = "whole"
    LARGEST_PART = "largest_part"
    LAW = "law"
    ASSUMED = "assumed"


PREFIXES = {
    "Tỉnh": UnitKind.PROVINCE,
    "Thành phố": UnitKind.CITY,
    "Quận": UnitKind.DISTRICT,
    "Xã": UnitKind.COMMUNE,
    "Phường": UnitKind.WARD,
    "Đặc khu": UnitKind.SPECIAL_ZONE,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit on the days [since, until).

    `key` names it for all time; `code` is the official one of its days and may later be another unit's.
    """

    key: str
    code: str
    name: str
    short_name: str
    kind: UnitKind
    parent_code: str | None
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What of a predecessor went to one successor, and where that is written."""

    predecessor: str
    successor: str
    share: str
    source: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of units on a day, by keys; the keeper keeps the books of each predecessor."""

    kind: str
    on: date
    decision: str
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    keeper: str
    keeper_basis: KeeperBasis
    certainty: Certainty
    parts: tuple[Part, ...]

    @property
    def source(self) -> str:
        return "; ".join(dict.fromkeys(part.source for part in self.parts))


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune of 30/6/2025, anywhere in the country, and the codes of its successors, the keeper first.

    Where there are several, the keeper is a guess by nearness, but for those that `changes` names.
    """

    code: str
    name: str
    district_code: str
    successors: tuple[str, ...]

    @property
    def keeper(self) -> str:
        return self.successors[0]


@dataclass(frozen=True, slots=True)
class FormerDistrict:
    code: str
    name: str
    province_code: str


@dataclass(frozen=True, slots=True)
class FormerProvince:
    """A province of 30/6/2025; its code may be that of its successor."""

    code: str
    name: str
    successor: str


def units() -> Iterator[Unit]:
    """The provinces and communes since 1/7/2025, parents first."""
    for row in rows("provinces.csv"):
        yield unit(row, row["code"], None, date.fromisoformat(row["since"]))
    for row in rows("communes.csv"):
        yield unit(row, row["code"], row["parent"], TWO_LEVELS)


def former_units() -> Iterator[Unit]:
    """The former district of Hai Bà Trưng, its wards and the neighbours its successors took a part of, parents first."""
    for row in rows("hai_ba_trung_units.csv"):
        since, until = date.fromisoformat(row["since"]), date.fromisoformat(row["until"])
        yield unit(row, row["key"], row["parent"], since, until)


def unit(row: Row, key: str, parent: str | None, since: date, until: date | None = None) -> Unit:
    kind, short_name = kind_and_short_name(row["name"])
    return Unit(key, row["code"], row["name"], short_name, kind, parent, since, until)


def kind_and_short_name(name: str) -> tuple[UnitKind, str]:
    for prefix, kind in PREFIXES.items():
        if name.startswith(f"{prefix} "):
            return kind, name.removeprefix(f"{prefix} ")
    message = f"A unit's name begins with its kind: {name}"
    raise ValueError(message)


def changes() -> Iterator[Change]:
    """What became of the former units, in order of days."""
    for _, links in groupby(sorted(rows("hai_ba_trung_changes.csv"), key=bundle), key=bundle):
        yield change(list(links))


def bundle(link: Row) -> tuple[str, ...]:
    """Units that go wholly into one successor are one merger; a split or an abolition stands alone."""
    common = link["successor"] if link["kind"] == "merge" else link["predecessor"]
    return link["on"], link["decision"], link["kind"], common


def change(links: list[Row]) -> Change:
    first = next(link for link in links if link["is_keeper"] == "1")
    return Change(
        kind=first["kind"],
        on=date.fromisoformat(first["on"]),
        decision=first["decision"],
        predecessors=tuple(dict.fromkeys(link["predecessor"] for link in links)),
        successors=tuple(dict.fromkeys(link["successor"] for link in links)),
        keeper=first["successor"],
        keeper_basis=KeeperBasis(first["keeper_basis"]),
        certainty=Certainty(first["certainty"]),
        parts=tuple(
            Part(link["predecessor"], link["successor"], link["share"], link["source"]) for link in links
        ),
    )


def former_communes() -> Iterator[FormerCommune]:
    for row in rows("former_communes.csv.gz"):
        yield FormerCommune(row["code"], row["name"], row["district"], tuple(row["successors"].split()))


def former_districts() -> Iterator[FormerDistrict]:
    for row in rows("former_districts.csv"):
        yield FormerDistrict(row["code"], row["name"], row["province"])


def former_provinces() -> Iterator[FormerProvince]:
    for row in rows("former_provinces.csv"):
        yield FormerProvince(row["code"], row["name"], row["successor"])


def rows(name: str) -> Iterator[Row]:
    opened = gzip.open if name.endswith(".gz") else open
    with opened(FOLDER / name, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))
