from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField
from thidua.foundation.proven import ProvenForm
from thidua.modules.exemplars.drafts import Photo, TipDraft
from thidua.modules.exemplars.models import ExemplarKind, Tip, TipSource
from thidua.modules.organisations.models import Organisation

PHOTO_MEGABYTES = 8


class DeedForm(Form):
    """The few lines that both forms ask for."""

    deed = forms.CharField(
        label=_("The good deed"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In your own words, a few lines."),
    )
    place = forms.CharField(label=_("Where"), max_length=200)
    deed_on = forms.DateField(
        label=_("On which day"), help_text=_("If you are not sure of the day, the nearest one.")
    )
    who = forms.CharField(
        label=_("Who did it, if you know"),
        max_length=200,
        required=False,
        help_text=_("A name, or how one would recognise them."),
    )
    witnesses = forms.CharField(label=_("Who else knows of it"), max_length=200, required=False)
    photo = forms.FileField(
        label=_("A photo, if there is one"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("JPEG, PNG or WebP, at most 8 MB. It is seen only by those who read this."),
    )
    shows_child = forms.BooleanField(
        label=_("The photo shows a child"),
        required=False,
        help_text=_("Photos of children that are not used are deleted after 90 days."),
    )

    def clean_photo(self) -> Any:
        photo = self.cleaned_data["photo"]
        if photo and photo.size > PHOTO_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(_("The photo is larger than 8 MB: send a smaller one, or none."))
        return photo

    def draft(self) -> TipDraft:
        names = ("deed", "place", "deed_on", "who", "witnesses", "shows_child")
        return TipDraft(**{name: self.cleaned_data[name] for name in names})

    def picture(self) -> Photo | None:
        photo = self.cleaned_data["photo"]
        return Photo(name=photo.name, content=photo.read()) if photo else None


class TipForm(DeedForm):
    organisation = RowField(
        Organisation.objects.none(),
        label=_("Unit where it happened or where the person works or lives"),
    )

    field_order = ("deed", "place", "deed_on", "who", "organisation")

    def __init__(self, *args: Any, units: Any, own: int | None, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset, field.initial = units, own
        self.fields["deed_on"].initial = today


class PublicTipForm(DeedForm, ProvenForm):
    """Without an account: who tells it may stay unnamed; a machine is kept out by work or by a sum."""

    teller_name = forms.CharField(label=_("Your name (may stay empty)"), max_length=120, required=False)
    teller_contact = forms.CharField(
        label=_("Your telephone or e-mail (may stay empty)"),
        max_length=120,
        required=False,
        help_text=_("Only for asking you back; it is never published."),
    )

    def draft(self) -> TipDraft:
        names = (
            "deed",
            "place",
            "deed_on",
            "who",
            "witnesses",
            "shows_child",
            "teller_name",
            "teller_contact",
        )
        return TipDraft(**{name: self.cleaned_data[name] for name in names})


class TipFilter(FilterForm):
    q = forms.CharField(label=_("Name, place, deed or unit"), max_length=100)
    nguon = forms.ChoiceField(label=_("How it was told"), choices=[("", _("all")), *TipSource.choices])


class AcceptForm(Form):
    name = forms.CharField(
        label=_("By whom it was done"),
        max_length=200,
        help_text=_("The name, or a description until the visit has found it out."),
    )
    kind = forms.ChoiceField(label=_("Person, collective or household"), choices=ExemplarKind)


class MergeForm(Form):
    same_as = forms.ModelChoiceField(
        Tip.objects.none(), label=_("The same deed as"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, near: list[Tip], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["same_as"].queryset = Tip.objects.filter(  # type: ignore[attr-defined]
            pk__in=[tip.pk for tip in near]
        )


class DeclineForm(Form):
    reason = forms.CharField(
        label=_("Why it is not an exemplar"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
