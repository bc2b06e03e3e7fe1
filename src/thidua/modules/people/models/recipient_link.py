from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

RECIPIENTS = ("person", "collective", "household")


def exactly_one_recipient(name: str, *among: str) -> models.CheckConstraint:
    """A row is about one person, or one collective, or one household."""
    fields = among or RECIPIENTS
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return models.CheckConstraint(
        name=name,
        condition=condition,
        violation_error_message=_("Choose exactly one person, collective or household."),
    )
