from __future__ import annotations

from collections.abc import Sequence

SHOWN = 5


def some(names: Sequence[str]) -> str:
    """The first few, and how many there are beyond: a list of two hundred helps nobody."""
    shown = ", ".join(names[:SHOWN])
    beyond = len(names) - SHOWN
    return f"{shown} (+{beyond})" if beyond > 0 else shown
