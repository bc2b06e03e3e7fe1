"""Upward reads: a page names a slot, modules further right offer providers, the site joins them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Provider = Callable[..., Any]
_providers: dict[str, list[Provider]] = {}


def join(table: Mapping[str, Iterable[Provider]]) -> None:
    """Install the wiring; called once by the site."""
    _providers.clear()
    _providers.update({slot: list(providers) for slot, providers in table.items()})


def providers(slot: str) -> list[Provider]:
    return _providers.get(slot, [])


def gather(slot: str, *args: Any, **kwargs: Any) -> list[Any]:
    """What all providers of a slot give, in the order of the wiring, flattened."""
    return [item for provider in providers(slot) for item in provider(*args, **kwargs)]
