"""Refuse, in the words of the field or constraint, what the database would refuse."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from thidua.kernel.errors import Cannot

M = TypeVar("M", bound=Model)


class CannotSave(Cannot):
    """What was entered contradicts itself or something already there."""


def checked(row: M) -> M:
    """Fields that only the system fills, later, are left out."""
    later = {
        field.name
        for field in row._meta.concrete_fields  # noqa: SLF001
        if field.null and not field.blank and getattr(row, field.attname) is None
    }
    try:
        row.full_clean(exclude=later)
    except ValidationError as error:
        field, sentences = next(iter(error.message_dict.items()))
        raise CannotSave(" ".join(sentences), field=field) from None
    return row
