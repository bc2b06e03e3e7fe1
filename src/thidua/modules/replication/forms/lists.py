from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, RowField, offer
from thidua.modules.campaigns.models import Field


class ModelFilter(FilterForm):
    q = forms.CharField(label=_("Name, content or unit"), max_length=100)
    linh_vuc = RowField(Field.objects.none(), label=_("Field of the model"), empty_label=_("all"))

    def __init__(self, *args: Any, fields: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "linh_vuc", fields)


class AdoptionFilter(FilterForm):
    q = forms.CharField(label=_("Model or unit"), max_length=100)
