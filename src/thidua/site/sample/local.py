"""Local rules of the demonstration: two of Hà Nội that ship, and an example that says of itself that it is one."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from thidua.law.local import shipped_texts
from thidua.modules.organisations.api import system
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook.actions import enter, put_in_force

REAL = ("ha-noi-71-2025.yaml", "ha-noi-77-2025.yaml")
EXAMPLE = Path(__file__).with_name("local-rules.yaml")


def load_local_rules(city: Organisation, *, on: date, now: datetime) -> None:
    actor = system(on)
    for text in _texts():
        put_in_force(rule=enter(organisation=city, text=text, actor=actor, now=now), actor=actor, now=now)


def _texts() -> Iterator[str]:
    yield from (shipped_texts()[name] for name in REAL)
    yield EXAMPLE.read_text(encoding="utf-8")
