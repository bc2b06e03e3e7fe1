"""One's own text in pieces: those that stand in other reports too are marked, whose they are is not said."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.modules.dossiers.copies.words import LENGTH, Word, shingles, words

# A shorter run is a set phrase.
LEAST_RUN = 8


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_shared: bool


def marked(text: str, shared: Iterable[int]) -> list[Piece]:
    found, known = words(text), frozenset(shared)
    covered = [False] * len(found)
    for place, one in enumerate(shingles(found)):
        if one in known:
            covered[place : place + LENGTH] = [True] * LENGTH
    return list(_pieces(text, list(_runs(found, covered))))


def _runs(found: list[Word], covered: list[bool]) -> Iterable[tuple[int, int]]:
    """Places in the text where a run of shared words begins and ends."""
    begun = None
    for place, is_covered in enumerate([*covered, False]):
        if is_covered and begun is None:
            begun = place
        elif not is_covered and begun is not None:
            if place - begun >= LEAST_RUN:
                yield found[begun].start, found[place - 1].end
            begun = None


def _pieces(text: str, runs: list[tuple[int, int]]) -> Iterable[Piece]:
    last = 0
    for start, end in runs:
        if start > last:
            yield Piece(text[last:start], is_shared=False)
        yield Piece(text[start:end], is_shared=True)
        last = end
    if last < len(text):
        yield Piece(text[last:], is_shared=False)
