"""What makes a function an action: one transaction, recorded with who and why."""

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from thidua.foundation.audit import acting

P = ParamSpec("P")
R = TypeVar("R")


def action(function: Callable[P, R]) -> Callable[P, R]:
    """An action takes only keywords, among them `actor`; its changes share one transaction and one context.

    `reason`, where the action has one, is kept in the history beside the change.
    """
    name = f"{function.__module__.removeprefix('thidua.modules.').split('.')[0]}.{function.__name__}"

    @functools.wraps(function)
    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        if args:
            message = f"{name} takes keywords only."
            raise TypeError(message)
        facts: dict[str, Any] = dict(kwargs)
        with acting(facts["actor"], action=name, reason=str(facts.get("reason") or "")):
            return function(*args, **kwargs)

    return act
