"""People, collectives and households come into the records and change there."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.text import clean, fold, name_sort_key, sort_key
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import personal_numbers, policy
from thidua.modules.people.actions.checking import CannotSave, checked
from thidua.modules.people.actions.posts import open_post
from thidua.modules.people.drafts import Identity, PostDraft
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import Collective, Household, Person

FIRST_YEAR = 1900
IDENTITY = ("name", "honorific", "sex", "born_on", "birth_year", "nationality", "address", "died_on")


@action
def add_person(
    *, organisation: Organisation, identity: Identity, post: PostDraft | None, actor: Actor, on: date
) -> Person:
    require(policy.may_edit(actor, organisation.pk))
    person = Person(organisation=organisation)
    _identify(person, identity, on)
    person.save()
    personal_numbers.keep(person, identity.number or "")
    if post:
        open_post(person, post)
    _index(person)
    person.save()
    return person


@action
def fill_in(
    *, person: Person, status_group: str, natures: Sequence[str], position: str, actor: Actor
) -> Person:
    """Status, nature of work and position where the record does not say them yet; what it says stays."""
    require(policy.may_edit(actor, person.organisation_id))
    held = Person.objects.select_for_update().get(pk=person.pk)
    said = {"status_group": status_group, "natures": list(natures), "position": position}
    missing = {name: value for name, value in said.items() if value and not getattr(held, name)}
    for name, value in missing.items():
        setattr(held, name, value)
    if missing:
        held.version += 1
        held.save()
    return held


@action
def change_person(*, person: Person, identity: Identity, version: int, actor: Actor, on: date) -> Person:
    """Who the person is; posts have an action of their own. Raises Conflict when somebody saved in between."""
    require(policy.may_edit(actor, person.organisation_id))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.version != version:
        theirs = {name: getattr(person, name) for name in IDENTITY}
        raise Conflict(theirs, {name: getattr(identity, name) for name in IDENTITY})
    _identify(person, identity, on)
    if identity.number is not None:
        personal_numbers.keep(person, identity.number)
    _index(person)
    person.version += 1
    person.save()
    return person


def _identify(person: Person, identity: Identity, on: date) -> None:
    said = asdict(identity)
    for name in IDENTITY:
        setattr(person, name, clean(said[name]) if isinstance(said[name], str) else said[name])
    if not person.name:
        raise CannotSave(_("Enter the full name as on the identity card."), field="name")
    _check_days(person, on)
    if person.born_on:
        person.birth_year = person.born_on.year
    _index(person)
    checked(person)


def _check_days(person: Person, on: date) -> None:
    for field in ("born_on", "died_on"):
        day = getattr(person, field)
        if day and not FIRST_YEAR <= day.year <= on.year:
            raise CannotSave(_("This day cannot be right: check the year."), field=field)
    if person.birth_year and not FIRST_YEAR <= person.birth_year <= on.year:
        raise CannotSave(_("This year cannot be right."), field="birth_year")
    if person.born_on and person.died_on and person.died_on < person.born_on:
        raise CannotSave(_("Nobody dies before being born: check both days."), field="died_on")


def _index(person: Person) -> None:
    """What the person is found and ordered by."""
    person.search = fold(f"{person.name} {person.post} {person.organisation.name} {person.number_tail}")
    person.sort = name_sort_key(person.name)


@action
def add_collective(
    *,
    organisation: Organisation,
    name: str,
    actor: Actor,
    is_whole: bool = False,
    status_group: str = "",
    founded_on: date | None = None,
    gets_flags: bool | None = None,
) -> Collective:
    require(policy.may_edit(actor, organisation.pk))
    row = Collective(
        organisation=organisation,
        is_whole=is_whole,
        status_group=status_group,
        founded_on=founded_on,
        gets_flags=gets_flags,
    )
    return _named(row, name)


@action
def change_collective(
    *,
    collective: Collective,
    name: str,
    actor: Actor,
    status_group: str = "",
    founded_on: date | None = None,
    dissolved_on: date | None = None,
    gets_flags: bool | None = None,
) -> Collective:
    require(policy.may_edit(actor, collective.organisation_id))
    collective.status_group, collective.gets_flags = status_group, gets_flags
    collective.founded_on, collective.dissolved_on = founded_on, dissolved_on
    if founded_on and dissolved_on and dissolved_on <= founded_on:
        raise CannotSave(_("The last day must come after the first."), field="dissolved_on")
    return _named(collective, name)


def _named(row: Collective, name: str) -> Collective:
    row.name = clean(name)
    row.search, row.sort = fold(f"{row.name} {row.organisation.name}"), sort_key(row.name)
    checked(row).save()
    return row


@action
def add_household(
    *, organisation: Organisation, head_name: str, actor: Actor, address: str = "", head: Person | None = None
) -> Household:
    require(policy.may_edit(actor, organisation.pk))
    return _headed(Household(organisation=organisation, head=head, address=clean(address)), head_name)


@action
def add_households(
    *, organisation: Organisation, heads: Sequence[tuple[str, str]], actor: Actor
) -> list[Household]:
    """Many at once, each by the name of its head and its address."""
    require(policy.may_edit(actor, organisation.pk))
    rows = [
        Household(
            organisation=organisation,
            head_name=clean(head),
            address=clean(address),
            search=fold(f"{head} {address} {organisation.name}"),
            sort=name_sort_key(head),
        )
        for head, address in heads
    ]
    return Household.objects.bulk_create(rows)


@action
def change_household(
    *, household: Household, head_name: str, actor: Actor, address: str = "", head: Person | None = None
) -> Household:
    require(policy.may_edit(actor, household.organisation_id))
    household.head, household.address = head, clean(address)
    return _headed(household, head_name)


def _headed(row: Household, head_name: str) -> Household:
    row.head_name = clean(head_name)
    row.search = fold(f"{row.head_name} {row.address} {row.organisation.name}")
    row.sort = name_sort_key(row.head_name)
    checked(row).save()
    return row


@action
def confirm_complete(*, recipient: Person | Collective | Household, parts: list[str], actor: Actor) -> None:
    """Answer for parts of a record as complete, or take that back: from now on the law reads exactly these."""
    require(policy.may_answer_for(actor, recipient.organisation_id))
    recipient.known = [part.value for part in Part if part in parts]
    recipient.save(update_fields=["known"])
