"""Rows that a list has made are deleted again, unless something stands on them by now."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from thidua.kernel.errors import Cannot

BATCH = 1_000


class CannotTakeBack(Cannot):
    """Something was built on a row of the list."""


def take_back(model: type[Any], ids: Sequence[int], *, made_with: Collection[type[Any]] = ()) -> None:
    """Delete rows and what was `made_with` them. Raises CannotTakeBack naming what else refers to them.

    The history keeps every deleted row.
    """
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        _require_unused(model, batch, made_with)
        for other in made_with:
            _delete(other.objects.filter(**{f"{_field(other, model)}__in": batch}))
        _delete(model.objects.filter(pk__in=batch))


def _delete(rows: QuerySet[Any]) -> None:
    """Nothing refers to them, as was asked before: Django need not look for what goes with them."""
    rows._raw_delete(rows.db)  # noqa: SLF001


def _field(other: type[Any], model: type[Any]) -> str:
    return next(str(field.name) for field in other._meta.fields if field.related_model is model)  # noqa: SLF001


def _require_unused(model: type[Any], ids: Sequence[int], made_with: Collection[type[Any]]) -> None:
    for relation in _relations(model):
        other = relation.related_model
        if other in made_with or _is_history(other):
            continue
        if found := other.objects.filter(**{f"{relation.field.name}__in": ids}).first():
            told = {"row": getattr(found, relation.field.name), "kind": other._meta.verbose_name}  # noqa: SLF001
            raise CannotTakeBack(
                _("“%(row)s” is used meanwhile (%(kind)s), so this list cannot be taken back any more.")
                % told
            )


def _relations(model: type[Any]) -> list[Any]:
    """Every reference to it, those without a name of their own too: each would stop the deleting."""
    fields = model._meta.get_fields(include_hidden=True)  # noqa: SLF001
    return [one for one in fields if (one.one_to_many or one.one_to_one) and one.auto_created]


def require_unchanged(model: type[Any], ids: Sequence[int]) -> None:
    """Raises CannotTakeBack where a later act than the one that made a row has changed it."""
    events = model.pgh_event_model.objects
    made = events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_label="insert").order_by("-pgh_id")
    later = events.filter(pgh_obj_id__in=ids, pgh_label="update")
    changed = later.exclude(pgh_context=Subquery(made.values("pgh_context")[:1])).values("pgh_obj_id")
    if found := model.objects.filter(pk__in=changed).first():
        raise CannotTakeBack(
            _("“%(row)s” was changed since this list was entered, so it cannot be taken back any more.")
            % {"row": found}
        )


def _is_history(model: type[Any]) -> bool:
    return hasattr(model, "pgh_obj_id") or hasattr(model, "pgh_id")
