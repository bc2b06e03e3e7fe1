"""Saving a row whose constraints speak for themselves: what they say is a refusal for the form."""

from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from thidua.kernel.errors import Cannot

M = TypeVar("M", bound=Model)


class CannotKeep(Cannot):
    """What was typed contradicts itself or what is there."""


def keep(row: M) -> M:
    """Save the row, or say which of its constraints it breaks."""
    try:
        row.full_clean()
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise CannotKeep(messages[0], field=None if name == NON_FIELD_ERRORS else name) from error
    row.save()
    return row


def fill(row: Model, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
