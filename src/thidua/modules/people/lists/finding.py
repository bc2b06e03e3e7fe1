"""People and collectives whom a list names: found in the records, never guessed between two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from thidua.kernel.text import fold
from thidua.modules.intake.api import CannotRead
from thidua.modules.organisations.api import Actor
from thidua.modules.people import personal_numbers
from thidua.modules.people.models import Collective, Person
from thidua.modules.people.queries import present_in

SHOWN = 60
YEAR = 4


class Asked(NamedTuple):
    """How a list names somebody: `birth` is a day as 22/11/1980 or a year; both may be empty."""

    name: str
    organisation_id: int
    birth: str = ""
    number: str = ""


class Finder:
    """Reads everybody of the units asked about, once; then answers line by line."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._people: dict[tuple[int, str], list[Person]] = defaultdict(list)
        self._collectives: dict[tuple[int, str], list[Collective]] = defaultdict(list)
        self._numbers: dict[str, Person] = {}
        self._read: set[int] = set()

    def prepare(self, asked: Sequence[Asked]) -> None:
        new = {one.organisation_id for one in asked} - self._read
        self._read |= new
        if new:
            self._read_units(new)
        self._read_numbers(one.number for one in asked if one.number)

    def _read_units(self, new: set[int]) -> None:
        for person in present_in(self._actor).filter(organisation__in=new).select_related("organisation"):
            self._people[person.organisation_id, fold(person.name)].append(person)
        rows = Collective.objects.filter(organisation__in=new).select_related("organisation")
        for row in rows:
            self._collectives[row.organisation_id, fold(row.name)].append(row)

    def _read_numbers(self, numbers: Iterable[str]) -> None:
        keys = personal_numbers.numbers_by_key(set(numbers))
        for person in present_in(self._actor).filter(number_key__in=keys).select_related("organisation"):
            self._numbers[keys[person.number_key]] = person

    def person(self, asked: Asked) -> Person:
        """Raises CannotRead when nobody fits, or more than one."""
        if asked.number and asked.number in self._numbers:
            return self._numbers[asked.number]
        named = self._people.get((asked.organisation_id, fold(asked.name)), [])
        fitting = [person for person in named if _born(person, asked.birth)]
        if len(fitting) == 1:
            return fitting[0]
        told = {"name": asked.name[:SHOWN], "n": len(fitting)}
        if fitting:
            raise CannotRead(
                _("%(n)s people here are called “%(name)s”: add the day or the year of birth.") % told
            )
        raise CannotRead(
            _("“%(name)s” is not in the records of the unit: bring the list of persons first.") % told
        )

    def collective(self, asked: Asked) -> Collective:
        found = self._collectives.get((asked.organisation_id, fold(asked.name)), [])
        if len(found) == 1:
            return found[0]
        raise CannotRead(
            _("“%(name)s” is no collective in the records of the unit: bring the list of collectives first.")
            % {"name": asked.name[:SHOWN]}
        )

    def has_collective(self, asked: Asked) -> bool:
        return (asked.organisation_id, fold(asked.name)) in self._collectives


def _born(person: Person, birth: str) -> bool:
    """What is not known on one side contradicts nothing."""
    if not birth:
        return True
    if len(birth) > YEAR and person.born_on:
        return f"{person.born_on:%d/%m/%Y}" == birth
    return person.birth_year is None or str(person.birth_year) == birth[-YEAR:]
