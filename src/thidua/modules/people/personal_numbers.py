"""Personal numbers: sealed in the database, found by a keyed hash, shown masked."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from thidua.foundation import keys
from thidua.foundation.actions import action
from thidua.foundation.audit import acting
from thidua.foundation.keys import on_rotation
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Actor
from thidua.modules.people import policy
from thidua.modules.people.models import Person

PERSONAL_NUMBER = re.compile(r"\d{12}")
PASSPORT = re.compile(r"[A-Z]{1,3}\d{5,9}")
SEPARATORS = re.compile(r"[\s.\-]")
TAIL = 4


class CannotKeepNumber(Cannot):
    """It is neither a 12-digit number nor a passport number, or it belongs to another record."""


def normal(text: str) -> str:
    """The number without spaces and dots. Raises CannotKeepNumber for anything else."""
    number = SEPARATORS.sub("", text).upper()
    if PERSONAL_NUMBER.fullmatch(number) or PASSPORT.fullmatch(number):
        return number
    raise CannotKeepNumber(
        _("Enter the 12 digits of the personal number, or a passport number such as B1234567."),
        field="number",
    )


def keys_of(number: str) -> list[str]:
    """Its hashes under every key, newest first: a rotation may be under way."""
    return keys.hashes("search", number.encode())


def numbers_by_key(numbers: Iterable[str]) -> dict[str, str]:
    """The same of many: which number each hash is of."""
    hasher = keys.Hasher("search")
    return {key: number for number in numbers for key in hasher.hashes(number.encode())}


def keep(person: Person, text: str) -> None:
    """Seal a number into a saved person (not yet written); an empty text takes it out."""
    if not text:
        person.number_sealed, person.number_key, person.number_tail = None, "", ""
        return
    number = normal(text)
    taken = Person.objects.filter(number_key__in=keys_of(number), merged_into__isnull=True)
    if taken.exclude(pk=person.pk).exists():
        raise CannotKeepNumber(
            _("Another person already has this number. Check the number, or look that person up by it."),
            field="number",
        )
    seal(person, number)


class Sealed(NamedTuple):
    """What is kept of a number."""

    number_sealed: bytes | None
    number_key: str
    number_tail: str


NO_NUMBER = Sealed(None, "", "")


class Sealing:
    """For many people in a row."""

    def __init__(self) -> None:
        self._sealer, self._hasher = keys.Sealer("field"), keys.Hasher("search")

    def of(self, pk: int, number: str) -> Sealed:
        plain = number.encode()
        sealed = self._sealer.seal(plain, place=_place(pk))
        return Sealed(sealed, self._hasher.hash(plain), number[-TAIL:])


def seal(person: Person, number: str) -> None:
    """A number that is normal and that nobody else has, into a person who has an id."""
    person.number_sealed, person.number_key, person.number_tail = Sealing().of(person.pk, number)


def _place(pk: int) -> str:
    return f"person.number:{pk}"


def full_number(person: Person) -> str:
    """The number itself; ask policy.may_see_number before showing it."""
    if person.number_sealed is None:
        return ""
    return keys.decrypt(bytes(person.number_sealed), place=_place(person.pk)).decode()


@action
def show_number(*, person: Person, actor: Actor) -> str:
    """The full number, for whoever may see it."""
    require(policy.may_see_number(actor, person))
    return full_number(person)


def masked(person: Person) -> str:
    """••••••••1234; empty where no number is known."""
    return f"••••••••{person.number_tail}" if person.number_tail else ""


@on_rotation("people.numbers")
def reseal(batch: int) -> int:
    """Seal and hash again up to `batch` numbers that older keys hold."""
    n_done = 0
    with acting(None, action="people.reseal_numbers"):
        for person in _sealed_with_older_keys(batch):
            seal(person, full_number(person))
            person.save(update_fields=["number_sealed", "number_key", "number_tail"])
            n_done += 1
    return n_done


def _sealed_with_older_keys(batch: int) -> list[Person]:
    """Rows whose sealed bytes do not begin with the format and id of the current key."""
    found = []
    for person in Person.objects.exclude(number_sealed=None).order_by("pk").iterator():
        number_hash = keys.keyed_hash("search", full_number(person).encode())
        if not keys.is_current(bytes(person.number_sealed or b"")) or person.number_key != number_hash:
            found.append(person)
        if len(found) == batch:
            break
    return found
