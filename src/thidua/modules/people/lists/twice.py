"""The same thing twice in one list: the later line says where the first stands."""

from collections.abc import Hashable, Iterable

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
