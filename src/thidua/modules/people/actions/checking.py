"""Refuse, in the words of the field or constraint, what the database would refuse."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from thidua.kernel.errors import Cannot

M = TypeVar("M", bound=Model)


class CannotSave(Cannot):
    """What was entered contradicts itself or something already there."""


def checked(row: M) -> M:
    try:
        row.full_clean()
    except ValidationError as error:
        field, sentences = next(iter(error.message_dict.items()))
        raise CannotSave(" ".join(sentences), field=field) from None
    return row
