"""The same thing twice in one list: the later line says where the first stands."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from thidua.modules.intake.api import Line, Verdict


class Twice:
    def __init__(self) -> None:
        self._first: dict[Hashable, int] = {}

    def mark(self, line: Line, verdict: Verdict, keys: Iterable[Hashable]) -> None:
        """A line that is entered later counts from its first appearance on."""
        firsts = [self._first.setdefault(key, line.n) for key in keys]
        if n := next((first for first in firsts if first != line.n), None):
            verdict.errors.append(_("The same stands in row %(n)s.") % {"n": n})

    def mark_all(
        self,
        lines: Sequence[Line],
        verdicts: Sequence[Verdict],
        keys: Callable[[Any], Iterable[Hashable]],
    ) -> None:
        """Those without doubt first: a line whose name only reads nearly the same gives way to them."""
        good = [pair for pair in zip(lines, verdicts, strict=True) if not pair[1].errors]
        for line, verdict in sorted(good, key=lambda pair: pair[1].match is not None):
            self.mark(line, verdict, keys(verdict.value))
