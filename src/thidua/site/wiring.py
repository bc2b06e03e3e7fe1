"""Who hears of which news, and who fills which slot: the only place that knows all modules."""

from thidua.foundation import events, slots

EVENTS: dict[str, list[events.Handler]] = {}
SLOTS: dict[str, list[slots.Provider]] = {}


def join() -> None:
    events.join(EVENTS)
    slots.join(SLOTS)
