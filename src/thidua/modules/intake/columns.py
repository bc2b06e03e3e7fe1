"""Which column of a file is which: told by its title, without diacritics, in any order, or chosen by the officer."""

from collections.abc import Mapping, Sequence

from thidua.kernel.text import fold
from thidua.modules.intake.kinds import Column, Kind

AROUND = " :.*()"


def places(kind: Kind, header: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; of two with one meaning, the first."""
    known = {_bare(title): column.name for column in kind.columns for title in column.titles}
    found: dict[str, int] = {}
    for place, title in enumerate(header):
        if name := known.get(_bare(title)):
            found.setdefault(name, place)
    return found


def _bare(title: str) -> str:
    return fold(title).strip(AROUND)


def lacking(kind: Kind, mapping: Mapping[str, int]) -> list[Column]:
    return [column for column in kind.columns if column.is_required and column.name not in mapping]


def fitting(kind: Kind, chosen: Mapping[str, int], width: int) -> dict[str, int]:
    """What an officer chose, without names and places that are not there; a place serves one column."""
    names = {column.name for column in kind.columns}
    found: dict[str, int] = {}
    for name, place in chosen.items():
        if name in names and 0 <= place < width and place not in found.values():
            found[name] = place
    return found
