"""A permission is an answer with a reason: a refusal always says why, in words for the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Answer:
    """`reason` is a sentence for the screen; empty when allowed."""

    allowed: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Answer(allowed=True)


def refused(reason: str | Promise) -> Answer:
    return Answer(allowed=False, reason=reason)


class Refused(PermissionDenied):
    """The actor may not do this; shown as 403 with the reason."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


def require(answer: Answer) -> None:
    """Go on only when allowed. Raises Refused with the answer's reason."""
    if not answer.allowed:
        raise Refused(answer.reason)


def first_refusal(*checks: Callable[[], Answer]) -> Answer:
    """Allowed when every check is; else the first refusal. Later checks are not run."""
    for check in checks:
        answer = check()
        if not answer.allowed:
            return answer
    return ALLOWED
