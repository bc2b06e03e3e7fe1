"""Two records of one person are joined, and split again when that was wrong.

Facts move to the kept record, but for those that the kept record has already (a grade of the same period, a post
on the same days): these stay where they are. Entries of the register and dossiers are never moved: they are read
through `queries.identities`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.people import personal_numbers, policy
from thidua.modules.people.models import (
    Discipline,
    Grade,
    InitiativeAuthor,
    Leave,
    Matter,
    Person,
    PersonMerge,
    Post,
    Training,
    Transfer,
    TransferState,
)

MOVED = (Post, Grade, InitiativeAuthor, Leave, Discipline, Matter, Training)


class CannotMerge(Cannot):
    """The two records are one already, or something about them is still open."""


class CannotSplit(Cannot):
    """The records have been split, or merged further, since."""


@dataclass(frozen=True, slots=True)
class Moving:
    """What a merge would do with the rows of one kind."""

    kind: type[Any]
    moves: list[Any]
    stays: list[Any]

    @property
    def label(self) -> str:
        return str(self.kind._meta.verbose_name)  # noqa: SLF001


def preview(kept: Person, merged: Person) -> list[Moving]:
    """What moves and what stays, kind by kind; kinds without rows are left out."""
    return [moving for model in MOVED if (moving := _moving(model, kept, merged)).moves or moving.stays]


def _moving(model: type[Any], kept: Person, merged: Person) -> Moving:
    rows = list(model.objects.filter(person=merged).order_by("pk"))
    there = list(model.objects.filter(person=kept))
    stays = [row for row in rows if any(_collide(row, other) for other in there)]
    return Moving(model, [row for row in rows if row not in stays], stays)


def _collide(row: Any, other: Any) -> bool:
    """Would the database refuse both on one person?"""
    if isinstance(row, Grade):
        return bool(row.period_id == other.period_id)
    if isinstance(row, InitiativeAuthor):
        return bool(row.initiative_id == other.initiative_id)
    return isinstance(row, Post) and row.organisation_id == other.organisation_id and _overlap(row, other)


def _overlap(one: Post, other: Post) -> bool:
    begins = one.until is None or other.since < one.until
    return begins and (other.until is None or one.since < other.until)


@action
def merge(*, kept: Person, merged: Person, reason: str, actor: Actor, now: datetime) -> PersonMerge:
    require(policy.may_merge(actor, kept, merged))
    _refuse_impossible(kept, merged, reason)
    moved = {_name(m.kind): [row.pk for row in m.moves] for m in preview(kept, merged)}
    _put(moved, kept)
    joined_before = list(Person.objects.filter(merged_into=merged).values_list("pk", flat=True))
    Person.objects.filter(pk__in=joined_before).update(merged_into=kept)
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    filled = _fill(kept, merged)
    return PersonMerge.objects.create(
        kept=kept,
        merged=merged,
        moved={"rows": moved, "joined": joined_before, "filled": filled},
        reason=clean(reason),
        merged_by_id=actor.user_id,
        merged_at=now,
    )


def _refuse_impossible(kept: Person, merged: Person, reason: str) -> None:
    if kept.pk == merged.pk or kept.merged_into_id or merged.merged_into_id:
        raise CannotMerge(_("Choose two records that are not merged yet."))
    if kept.number_key and merged.number_key and kept.number_key != merged.number_key:
        raise CannotMerge(_("The two have different personal numbers: they are not one person."))
    if not clean(reason):
        raise CannotMerge(_("Say how you know that they are one person."), field="reason")
    if Transfer.objects.filter(person__in=[kept, merged], state=TransferState.ASKED).exists():
        raise CannotMerge(_("A transfer is waiting for an answer: have it answered first."))


def _name(model: type[Any]) -> str:
    return str(model._meta.model_name)  # noqa: SLF001


def _put(moved: Mapping[str, list[int]], person: Person) -> None:
    for model in MOVED:
        ids = moved.get(_name(model), [])
        _rows(model, ids).update(person=person)


def _rows(model: type[Any], ids: list[int]) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(pk__in=ids)
    return rows


FILLED = ("honorific", "sex", "born_on", "birth_year", "address")


def _fill(kept: Person, merged: Person) -> list[str]:
    """What only the merged record knew is written on the kept one; the names of these fields."""
    filled = [name for name in FILLED if not getattr(kept, name) and getattr(merged, name)]
    for name in filled:
        setattr(kept, name, getattr(merged, name))
    if merged.number_key and not kept.number_key:
        personal_numbers.keep(kept, personal_numbers.full_number(merged))
        filled.append("number")
    kept.version += 1
    kept.save()
    return filled


@action
def split(*, merge: PersonMerge, actor: Actor, now: datetime) -> Person:
    """Each record gets its own facts back; the one taken out of the other is returned."""
    require(policy.may_split(actor, merge))
    merge = PersonMerge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    if merge.split_at is not None:
        raise CannotSplit(_("These records have been split already."))
    if merge.kept.merged_into_id:
        raise CannotSplit(_("The kept record was itself merged later: split that one first."))
    _put(merge.moved["rows"], merge.merged)
    _empty(merge)
    Person.objects.filter(pk__in=merge.moved["joined"]).update(merged_into=merge.merged)
    merge.merged.merged_into = None
    merge.merged.save(update_fields=["merged_into"])
    merge.split_at = now
    merge.save(update_fields=["split_at"])
    return merge.merged


def _empty(merge: PersonMerge) -> None:
    """What came from the merged record, and still stands as it came, leaves again."""
    for name in _still_the_same(merge):
        field = Person._meta.get_field(name)  # noqa: SLF001
        setattr(merge.kept, name, None if field.null else "")
    if "number" in merge.moved["filled"] and merge.kept.number_key == merge.merged.number_key:
        personal_numbers.keep(merge.kept, "")
    merge.kept.version += 1
    merge.kept.save()


def _still_the_same(merge: PersonMerge) -> Iterator[str]:
    for name in set(merge.moved["filled"]) & set(FILLED):
        if getattr(merge.kept, name) == getattr(merge.merged, name):
            yield name
