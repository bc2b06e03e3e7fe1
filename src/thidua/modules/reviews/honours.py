"""What an organisation may propose on a day: every honour of which the law names who decides, above it or itself."""

from collections.abc import Iterable, Iterator
from datetime import date

from thidua import law
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook.api import book, honour, level_of

# Of the State, and what the place's own rules bring.
LINES = frozenset({"state", "local"})
RECIPIENTS = {"person": "individual", "collective": "collective", "household": "household"}
Choice = tuple[str, str]


def offered(organisation: Organisation, on: date) -> list[tuple[str, list[Choice]]]:
    """By who decides, as the law of the day has it: the nearest office first, the highest honour first."""
    by = book(organisation, on)
    known = [one for one in by.honours.values() if one.line in LINES and one.exists_on(on)]
    groups: dict[str, list[Choice]] = {}
    for one in sorted(known, key=lambda one: one.rank):
        if office := _decider(by, one.code, organisation, on):
            groups.setdefault(office.name_vi, []).append((one.code, one.name_vi))
    # Honours of a higher office stand higher: turned round, the nearest office comes first.
    return list(reversed(groups.items()))


def _decider(by: law.Book, code: str, organisation: Organisation, on: date) -> law.Authority | None:
    """By the organisation's own level, else by that of the body it proposes to."""
    above = organisation.parent
    for level in (level_of(organisation), *([level_of(above)] if above else [])):
        if found := law.decider(by, code, level, on):
            return found
    return None


def unfit(code: str, kinds: Iterable[str]) -> Iterator[str]:
    """Of these kinds of recipient, those to whom the honour is not given."""
    given_to = honour(code).recipient
    return (kind for kind in kinds if RECIPIENTS[kind] not in given_to)
