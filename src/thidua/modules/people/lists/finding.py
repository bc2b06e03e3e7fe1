"""People, collectives and households whom a list names: found in the records, never guessed between two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F
from django.utils.translation import gettext as _

from thidua.kernel.text import fold
from thidua.modules.intake.api import CannotRead
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Closure
from thidua.modules.people import personal_numbers
from thidua.modules.people.lists.likeness import (
    OTHER_SIGNS,
    SHOWN,
    Asked,
    Found,
    fits,
    most_alike,
    same_signs,
)
from thidua.modules.people.models import Collective, Household, Person, Post
from thidua.modules.people.queries import present_in


class NobodyCalled(CannotRead):
    """The unit's records hold nobody of this name."""


class Finder:
    """Reads everybody of the units asked about, once; then answers line by line.

    `below`: those of the units below each unit too. `former`: those who had a post in it and have left.
    """

    def __init__(
        self, actor: Actor, *, below: bool = False, former: bool = False, households: bool = False
    ) -> None:
        self._actor = actor
        self._below, self._former, self._with_households = below, former, households
        self._people: dict[int, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
        self._collectives: dict[tuple[int, str], list[Collective]] = defaultdict(list)
        self._households: dict[tuple[int, str], list[Household]] = defaultdict(list)
        self._numbers: dict[str, Person] = {}
        self._keys: dict[str, set[str]] = defaultdict(set)
        self._read: set[int] = set()

    def prepare(self, asked: Sequence[Asked]) -> None:
        new = {one.organisation_id for one in asked} - self._read
        self._read |= new
        if new:
            self._read_units(_inside(new) if self._below else {unit: [unit] for unit in new})
        self._read_numbers(one.number for one in asked if one.number)

    def _read_units(self, inside: dict[int, list[int]]) -> None:
        """`inside`: in which of the units asked about each unit stands."""
        people = present_in(self._actor).filter(organisation__in=inside).select_related("organisation")
        for person in people:
            self._add(person, inside[person.organisation_id])
        for post in _left(inside) if self._former else ():
            self._add(post.person, inside[post.organisation_id])
        for row in Collective.objects.filter(organisation__in=inside).select_related("organisation"):
            for unit in inside[row.organisation_id]:
                self._collectives[unit, fold(row.name)].append(row)
        if self._with_households:
            self._read_households(inside)

    def _add(self, person: Person, units: Iterable[int]) -> None:
        for unit in units:
            named = self._people[unit][fold(person.name)]
            if all(person.pk != other.pk for other in named):
                named.append(person)

    def _read_households(self, inside: dict[int, list[int]]) -> None:
        for row in Household.objects.filter(organisation__in=inside).select_related("organisation"):
            for unit in inside[row.organisation_id]:
                self._households[unit, fold(row.head_name)].append(row)

    def _read_numbers(self, numbers: Iterable[str]) -> None:
        keys = personal_numbers.numbers_by_key(set(numbers) - self._keys.keys())
        for key, number in keys.items():
            self._keys[number].add(key)
        people = present_in(self._actor).filter(number_key__in=keys) if keys else ()
        self._numbers |= {keys[person.number_key]: person for person in people}

    def person(self, asked: Asked) -> Person:
        """Raises CannotRead when nobody fits, or more than one."""
        if known := self._numbers.get(asked.number):
            return self._numbered(known, asked)
        named = self._people[asked.organisation_id].get(fold(asked.name), [])
        fitting = [person for person in named if self._fits(person, asked)]
        # Of several whose names fold alike, the one who is spelt so.
        spelt = [person for person in fitting if same_signs(asked.name, person.name)]
        if len(fitting) == 1 or len(spelt) == 1:
            return (spelt or fitting)[0]
        told = {"name": asked.name[:SHOWN], "n": len(fitting)}
        if fitting:
            raise CannotRead(
                _("%(n)s people here are called “%(name)s”: add the day or the year of birth.") % told
            )
        raise NobodyCalled(
            _("“%(name)s” is not in the records of the unit: bring the list of persons first.") % told
        )

    def has_person(self, asked: Asked) -> bool:
        return fold(asked.name) in self._people[asked.organisation_id]

    def person_or_alike(self, asked: Asked) -> Found:
        """As `person`; where nobody bears the name, or only with other signs, who it may be."""
        try:
            return self._with_doubt(self.person(asked), asked)
        except NobodyCalled:
            named = self._people[asked.organisation_id]
            if found := most_alike(asked.name, named, lambda person: self._fits(person, asked)):
                return found
            raise

    def _with_doubt(self, person: Person, asked: Asked) -> Found:
        is_told_apart = asked.number in self._numbers or (asked.birth and person.birth_year)
        is_sure = is_told_apart or same_signs(asked.name, person.name)
        return Found(person) if is_sure else Found(person, OTHER_SIGNS)

    def _fits(self, person: Person, asked: Asked) -> bool:
        return fits(person, asked, self._keys.get(asked.number, frozenset()))

    def _numbered(self, known: Person, asked: Asked) -> Person:
        """Whose number it is; the list must call him so, and name his unit."""
        told = {"name": asked.name[:SHOWN], "known": known.name}
        if fold(known.name) != fold(asked.name):
            raise CannotRead(
                _("The number is that of “%(known)s”, the list says “%(name)s”: correct what is wrong.")
                % told
            )
        here = self._people[asked.organisation_id].get(fold(known.name), [])
        if all(person.pk != known.pk for person in here):
            raise CannotRead(
                _("“%(name)s” belongs to another unit by the records: name that unit in the line.") % told
            )
        return known

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

    def household(self, asked: Asked) -> Household:
        """Under the name of its head; an address tells two of them apart."""
        named = self._households.get((asked.organisation_id, fold(asked.name)), [])
        found = [row for row in named if not asked.address or fold(row.address) == fold(asked.address)]
        if len(found) == 1:
            return found[0]
        told = {"name": asked.name[:SHOWN], "n": len(found)}
        if found:
            raise CannotRead(_("%(n)s households here are headed by “%(name)s”: add the address.") % told)
        raise CannotRead(
            _("“%(name)s” heads no household in the records of the unit: bring the list of households first.")
            % told
        )


def _inside(units: set[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = Closure.objects.filter(ancestor__in=units, until__isnull=True)
    for ancestor, descendant in rows.values_list("ancestor_id", "descendant_id"):
        found[descendant].append(ancestor)
    for unit in units:
        if unit not in found[unit]:
            found[unit].append(unit)
    return dict(found)


def _left(units: Iterable[int]) -> Iterable[Post]:
    """Posts in these units of people who belong to another by now."""
    posts = Post.objects.filter(organisation__in=units, person__merged_into__isnull=True)
    return posts.exclude(person__organisation=F("organisation")).select_related("person__organisation")
