"""Which honours a unit can propose somebody for, on a day and in a line."""

from collections.abc import Iterator
from datetime import date

from thidua import law
from thidua.modules.rulebook.api import book


def honours_on(organisation_id: int, line: str, day: date) -> set[law.Honour]:
    """National ones of the State and of the line, and those of the place."""
    national = (row for row in law.catalogue().values() if row.line in {"state", line})
    return {row for row in {*national, *of_the_place(organisation_id, day)} if row.exists_on(day)}


def of_the_place(organisation_id: int, day: date) -> Iterator[law.Honour]:
    """What local rules in force bring of their own, or say who gives: Người tốt, việc tốt."""
    known = book(organisation_id, day)
    for rules in known.standing(day):
        yield from (item.honour for item in rules.honours)
        yield from (known.honour(item.honour) for item in rules.deciders)
