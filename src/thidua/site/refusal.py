"""Refusals of the command line: an administrator reads them before any language is set, so in both."""

from thidua.kernel.errors import Cannot


class CannotRun(Cannot):
    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese}\n{english}")
