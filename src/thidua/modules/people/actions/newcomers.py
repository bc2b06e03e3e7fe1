"""Many people at once, all of them or none; made for lists of a hundred thousand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.bulk import copy_in, next_ids
from thidua.foundation.permissions import require
from thidua.kernel.text import clean, fold, name_sort_key
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import personal_numbers, policy
from thidua.modules.people.actions.checking import CannotSave
from thidua.modules.people.drafts import Identity
from thidua.modules.people.models import Person, Post


@dataclass(frozen=True, slots=True)
class ListedPost:
    """A post as lists have it. Without its first day it is kept on the person only: no day is guessed."""

    title: str
    position: str
    status_group: str
    since: date | None = None


NO_POST = ListedPost("", "", "")


@dataclass(frozen=True)
class Newcomer:
    """Somebody who was judged already."""

    identity: Identity
    organisation: Organisation
    post: ListedPost = NO_POST

    @cached_property
    def folded(self) -> str:
        return fold(self.identity.name)


@action
def add_newcomers(*, newcomers: Sequence[Newcomer], actor: Actor) -> list[int]:
    """Their ids, in the same order."""
    for organisation_id in {one.organisation.pk for one in newcomers}:
        require(policy.may_edit(actor, organisation_id))
    ids = next_ids(Person, len(newcomers))  # a sealed number is tied to its row
    people = [_person(pk, one) for pk, one in zip(ids, newcomers, strict=True)]
    copy_in(people)
    dated = zip(people, newcomers, strict=True)
    copy_in([_post(person, one.post, one.post.since) for person, one in dated if one.post.since])
    return ids


def _person(pk: int, one: Newcomer) -> Person:
    who, post = one.identity, one.post
    person = Person(
        pk=pk,
        organisation=one.organisation,
        name=clean(who.name),
        honorific=who.honorific,
        sex=who.sex,
        born_on=who.born_on,
        birth_year=who.birth_year,
        nationality=who.nationality,
        address=who.address,
        post=post.title,
        position=post.position,
        status_group=post.status_group,
    )
    if who.number:
        personal_numbers.seal(person, who.number)
    person.search = fold(f"{person.name} {person.post} {one.organisation.name} {person.number_tail}")
    person.sort = name_sort_key(person.name)
    return person


def _post(person: Person, listed: ListedPost, since: date) -> Post:
    return Post(
        person=person,
        organisation=person.organisation,
        title=listed.title,
        position=listed.position,
        status_group=listed.status_group,
        since=since,
    )


def require_untouched(ids: Sequence[int]) -> None:
    """Raises CannotSave where somebody has changed a record or added a post since the list was entered."""
    changed = Person.objects.filter(pk__in=ids, version__gt=0).first()
    later = Post.objects.filter(person__in=ids, until__isnull=False).select_related("person").first()
    if found := changed or (later.person if later else None):
        raise CannotSave(
            _("“%(name)s” was changed since this list was entered, so it cannot be taken back.")
            % {"name": found.name}
        )
