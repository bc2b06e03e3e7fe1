from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua import law
from thidua.modules.rulebook.words import SECTIONS, cites_label


@dataclass(frozen=True, slots=True)
class Row:
    """One thing the law says. `key` names the same thing on another day; `depth` is how deep it lies."""

    key: str
    label: str
    value: str = ""
    cites: str = ""
    confidence: law.Confidence | None = None
    depth: int = 0
    note: str = ""
    numbers: frozenset[str] = frozenset()
    """The instruments it rests on."""

    @property
    def source(self) -> tuple[str, law.Confidence | None]:
        """Neighbours that rest on the same articles name them once."""
        return self.cites, self.confidence


@dataclass(frozen=True, slots=True)
class Section:
    """`silence` says what it means that there is no row."""

    code: str
    rows: tuple[Row, ...]
    silence: str = ""

    @property
    def title(self) -> str:
        return str(SECTIONS[self.code])


@dataclass(frozen=True, slots=True)
class Sheet:
    honour: law.Honour
    kind: str
    on: date
    sections: tuple[Section, ...]

    def section(self, code: str) -> Section:
        return next(section for section in self.sections if section.code == code)

    def rows(self) -> Iterator[Row]:
        for section in self.sections:
            yield from section.rows

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset().union(*(row.numbers for row in self.rows()))


def row(
    key: str,
    label: object,
    value: object = "",
    *,
    cites: Iterable[law.Cite] = (),
    confidence: law.Confidence | None = None,
    depth: int = 0,
    note: object = "",
) -> Row:
    known = tuple(dict.fromkeys(cites))
    return Row(
        key=key,
        label=str(label),
        value=str(value),
        cites=cites_label(known),
        confidence=confidence,
        depth=depth,
        note=str(note),
        numbers=frozenset(cite.instrument for cite in known),
    )
