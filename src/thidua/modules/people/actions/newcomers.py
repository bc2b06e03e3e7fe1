"""Many people at once, all of them or none; made for lists of a hundred thousand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.bulk import copy_values, next_ids
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


PERSON = (
    "id",
    "organisation_id",
    "name",
    "honorific",
    "sex",
    "born_on",
    "birth_year",
    "nationality",
    "address",
    "post",
    "position",
    "status_group",
    *personal_numbers.Sealed._fields,
    "search",
    "sort",
)
POST = ("person_id", "organisation_id", "title", "position", "status_group", "since")


@action
def add_newcomers(*, newcomers: Sequence[Newcomer], actor: Actor) -> list[int]:
    """Their ids, in the same order."""
    for organisation_id in {one.organisation.pk for one in newcomers}:
        require(policy.may_edit(actor, organisation_id))
    ids = next_ids(Person, len(newcomers))  # a sealed number is tied to its row
    sealing = personal_numbers.Sealing()
    copy_values(Person, PERSON, (_person(pk, one, sealing) for pk, one in zip(ids, newcomers, strict=True)))
    copy_values(
        Post, POST, [_post(pk, one) for pk, one in zip(ids, newcomers, strict=True) if one.post.since]
    )
    return ids


def _person(pk: int, one: Newcomer, sealing: personal_numbers.Sealing) -> tuple[object, ...]:
    who, post = one.identity, one.post
    name = clean(who.name)
    number = sealing.of(pk, who.number) if who.number else personal_numbers.NO_NUMBER
    return (
        pk,
        one.organisation.pk,
        name,
        who.honorific,
        who.sex,
        who.born_on,
        who.birth_year,
        who.nationality,
        who.address,
        post.title,
        post.position,
        post.status_group,
        *number,
        fold(f"{name} {post.title} {one.organisation.name} {number.number_tail}"),
        name_sort_key(name),
    )


def _post(pk: int, one: Newcomer) -> tuple[object, ...]:
    post = one.post
    return (pk, one.organisation.pk, post.title, post.position, post.status_group, post.since)


def require_untouched(ids: Sequence[int]) -> None:
    """Raises CannotSave where somebody has changed a record or added a post since the list was entered."""
    changed = Person.objects.filter(pk__in=ids, version__gt=0).first()
    later = Post.objects.filter(person__in=ids, until__isnull=False).select_related("person").first()
    if found := changed or (later.person if later else None):
        raise CannotSave(
            _("“%(name)s” was changed since this list was entered, so it cannot be taken back.")
            % {"name": found.name}
        )
