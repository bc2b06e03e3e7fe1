"""What is wrong in the text of a local rule, with the line it stands on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from thidua.law.local import CannotReadLocalRules, Fault, faults_of, line_of, parse, read_local_rules


@dataclass(frozen=True, slots=True)
class Marked:
    """A fault and the line to look at; `words` is what stands there."""

    fault: Fault
    line: int | None
    words: str


def marked(text: str, faults: Iterable[Fault]) -> list[Marked]:
    lines = text.splitlines()
    return [_marked(fault, line_of(text, fault.place), lines) for fault in faults]


def _marked(fault: Fault, line: int | None, lines: list[str]) -> Marked:
    return Marked(fault, line, lines[line - 1].strip() if line else "")


def of_text(text: str) -> list[Marked]:
    """Its own faults: whether it can be read at all, its shape, what the law doesn't leave to a place."""
    return marked(text, _own(text))


def _own(text: str) -> Iterator[Fault]:
    try:
        yield from faults_of(parse(text))
    except yaml.YAMLError:
        yield from _unreadable(text)


def _unreadable(text: str) -> Iterator[Fault]:
    try:
        read_local_rules(text, "")
    except CannotReadLocalRules as refusal:
        yield from refusal.faults
