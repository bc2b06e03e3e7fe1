from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, ModelForm
from thidua.modules.organisations.api import Actor, scope
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import Capacity, SigningAuthority


class SignerFilter(FilterForm):
    q = forms.CharField(label=_("Name"), max_length=100)
    con_hieu_luc = forms.BooleanField(label=_("only those of today"))


CAPACITIES = [
    (Capacity.HEAD, _("the head, in his own right")),
    (Capacity.ACTING, _("Q.: acting head")),
    (Capacity.FOR_HEAD, _("KT.: deputy, for the head")),
    (Capacity.ON_BEHALF, _("TM.: on behalf of the body")),
    (Capacity.BY_ORDER, _("TL.: by order of the head")),
    (Capacity.BY_AUTHORISATION, _("TUQ.: by authorisation of the head")),
]


class SignerForm(ModelForm):
    class Meta:
        model = SigningAuthority
        fields = ("organisation", "name", "capacity", "head_post", "own_post", "since", "until", "basis")

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["capacity"].choices = CAPACITIES  # type: ignore[attr-defined]
        organisation = self.fields["organisation"]
        organisation.label = _("Organisation")
        if self.instance.pk:
            organisation.disabled = True
            organisation.queryset = Organisation.objects.filter(pk=self.instance.organisation_id)  # type: ignore[attr-defined]
            return
        near = scope(actor).filter(depth__lte=1).values("descendant")
        within = Organisation.objects.filter(pk__in=near, has_legal_personality=True)
        organisation.queryset = within.order_by("sort", "id")  # type: ignore[attr-defined]
        self.initial["organisation"] = actor.organisation_id


class TemplateForm(Form):
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        help_text=_("The template serves this organisation and those below it."),
    )
    name = forms.CharField(label=_("Name of the template"), max_length=150)
    basis = forms.CharField(label=_("By what paper"), max_length=200, required=False)
    file = forms.FileField(label=_("Word file with fields (.docx)"))

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = scope(actor).filter(depth__lte=1).values("descendant")
        within = Organisation.objects.filter(pk__in=near, has_legal_personality=True)
        self.fields["organisation"].queryset = within.order_by("sort", "id")  # type: ignore[attr-defined]
        self.initial["organisation"] = actor.organisation_id


class SinceForm(Form):
    since = forms.DateField(label=_("In force from"))


class UntilForm(Form):
    until = forms.DateField(label=_("No longer used from"))
