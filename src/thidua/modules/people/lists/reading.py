"""Cells of a line, one after the other: each wrong one adds a sentence and the rest is read all the same."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.utils.functional import Promise

from thidua.kernel.errors import Cannot
from thidua.modules.intake.api import Verdict

T = TypeVar("T")


class Reader:
    """`read` gives None where the cell is wrong; the sentences are in `errors`."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def read(self, how: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        try:
            return how(*args, **kwargs)
        except Cannot as refusal:
            self.errors.append(str(refusal))
            return None

    def require(self, value: object, sentence: str | Promise) -> None:
        if not value and not self.errors:
            self.errors.append(str(sentence))

    def verdict(self, make: Callable[[], Any]) -> Verdict:
        return Verdict(errors=self.errors) if self.errors else Verdict(make())
