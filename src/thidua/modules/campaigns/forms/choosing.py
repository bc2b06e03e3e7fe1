"""Choosing one campaign of many: a unit's own plan has the name of the one launched above."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _

from thidua.modules.campaigns.models import Campaign


class _Labels(ModelChoiceIterator):  # type: ignore[type-arg]
    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        field: Any = self.field
        if field.empty_label is not None:
            yield "", field.empty_label
        for pk, name, unit, since in self.queryset.values_list("pk", "name", "organisation__name", "since"):
            whose = _("%(unit)s, from %(day)s") % {"unit": unit, "day": f"{since:%d/%m/%Y}"}
            yield pk, f"{name} ({whose})"


class CampaignField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Each campaign with its unit and its first day."""

    iterator = _Labels

    def __init__(self, **options: Any) -> None:
        super().__init__(Campaign.objects.none(), **options)
