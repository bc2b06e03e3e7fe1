"""What `thidua doctor` asks of a running installation; modules add their own checks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do about it."""

    what: str
    remedy: str


Check = Callable[[], Iterable[Problem]]
_checks: dict[str, Check] = {}


def register(name: str) -> Callable[[Check], Check]:
    def remember(check: Check) -> Check:
        _checks[name] = check
        return check

    return remember


def run_all() -> Iterator[tuple[str, list[Problem]]]:
    """Each check by name with the problems it finds."""
    for name, check in _checks.items():
        yield name, list(check())
