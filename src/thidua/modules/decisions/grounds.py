"""The căn cứ proposed for a decision: the instruments in force on the day, then the council's minutes."""

from collections.abc import Iterable, Iterator
from datetime import date

from thidua.documents.wording import legal_day
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import instruments


def _minutes(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Each sitting that voted on one of them, once."""
    sittings = {c.agenda_item.sitting for c in candidates if hasattr(c, "agenda_item")}
    for sitting in sorted(sittings, key=lambda one: (one.held_on, one.pk)):
        yield f"Biên bản họp {sitting.council.name} {legal_day(sitting.held_on)}"


def proposed(organisation: Organisation, candidates: Iterable[Candidate], on: date) -> list[str]:
    """What an officer starts from; every line can be changed."""
    return [*instruments(organisation, on), *_minutes(candidates)]


def proposed_by(organisation: Organisation, candidates: Iterable[Candidate]) -> str:
    """At whose proposal: the council that voted, else the units."""
    councils = {c.agenda_item.sitting.council.name for c in candidates if hasattr(c, "agenda_item")}
    return "; ".join(sorted(councils)) or units_of(organisation)


def units_of(organisation: Organisation) -> str:
    return f"Thủ trưởng các đơn vị thuộc {organisation.name[:1].lower()}{organisation.name[1:]}"
