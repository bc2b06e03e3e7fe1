"""Who decides: which honours the head of a body may confer on a day, by the law."""

from collections.abc import Iterable
from datetime import date

from thidua.law import Authority, decider, powers
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import api as rulebook
from thidua.modules.rulebook.api import book, level_of


def may_confer(organisation: Organisation, on: date) -> frozenset[str]:
    """Codes of the honours that the head of this body may confer on the day."""
    if not organisation.has_legal_personality:
        return frozenset()
    held = powers(book(organisation, on), level_of(organisation), on)
    return frozenset(held.honours) if held else frozenset()


def who_confers(organisation: Organisation, codes: Iterable[str], on: date) -> dict[str, Authority | None]:
    """For each honour the lowest office at or above the body's level that may; None where the law doesn't say."""
    by, level = book(organisation, on), level_of(organisation)
    return {code: decider(by, code, level, on) for code in codes}


def phrase(code: str) -> str:
    """As in a decision's sentence: danh hiệu “Lao động tiên tiến”, Giấy khen."""
    found = rulebook.honour(code)
    return f"danh hiệu “{found.name_vi}”" if found.nature == "title" else found.name_vi
