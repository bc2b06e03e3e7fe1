from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, add_field
from thidua.modules.organisations.api import Actor, unit_field
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.drafts import Identity, PostDraft
from thidua.modules.people.forms.fields import TypedPerson
from thidua.modules.people.kinds import Nature, Part, Position, Sex, StatusGroup
from thidua.modules.people.models import Person

BLANK: tuple[str, str] = ("", "—")


class IdentityForm(Form):
    """Who a person is; the number is left as it is when nothing is typed."""

    name = forms.CharField(label=_("Full name"), max_length=120)
    honorific = forms.CharField(
        label=_("Honorific"), max_length=20, required=False, help_text=_("ông, bà, cháu, đồng chí…")
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=[BLANK, *Sex.choices], required=False)
    born_on = forms.DateField(label=_("Born on"), required=False)
    birth_year = forms.IntegerField(
        label=_("Year of birth"), required=False, help_text=_("When only the year is known.")
    )
    nationality = forms.CharField(label=_("Nationality"), max_length=60, initial="Việt Nam")
    number = forms.CharField(
        label=_("Personal number or passport"),
        max_length=20,
        required=False,
        help_text=_("Not required. Kept encrypted, shown masked."),
    )
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    died_on = forms.DateField(label=_("Died on"), required=False)

    def identity(self) -> Identity:
        said = {name: self.cleaned_data[name] for name in IDENTITY_FIELDS}
        return Identity(**said, number=self.cleaned_data["number"] or None)


IDENTITY_FIELDS = ("name", "honorific", "sex", "born_on", "birth_year", "nationality", "address", "died_on")


class ChangeIdentityForm(IdentityForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    remove_number = forms.BooleanField(label=_("Take the number out"), required=False)

    @classmethod
    def of(cls, person: Person, given: Any = None) -> "ChangeIdentityForm":
        known = {name: getattr(person, name) for name in IDENTITY_FIELDS}
        return cls(given, initial=known | {"version": person.version})

    def identity(self) -> Identity:
        identity = super().identity()
        if not self.cleaned_data["remove_number"]:
            return identity
        said = {name: getattr(identity, name) for name in IDENTITY_FIELDS}
        return Identity(**said, number="")


class PostForm(Form):
    title = forms.CharField(label=_("Post"), max_length=120)
    position = forms.ChoiceField(label=_("Position"), choices=[BLANK, *Position.choices])
    status_group = forms.ChoiceField(label=_("Status group"), choices=[BLANK, *StatusGroup.choices])
    since = forms.DateField(label=_("In this post since"))
    natures = forms.MultipleChoiceField(
        label=_("Nature of work"),
        choices=Nature.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    on_contract = forms.BooleanField(label=_("Works under a labour contract"), required=False)

    def draft(self) -> PostDraft:
        return PostDraft(**{name: self.cleaned_data[name] for name in POST_FIELDS})


POST_FIELDS = ("title", "position", "status_group", "since", "natures", "on_contract")


class NewPersonForm(IdentityForm, PostForm):
    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "organisation", unit_field(actor))
        self.order_fields(["organisation", *IdentityForm.base_fields, *PostForm.base_fields])


class TransferForm(Form):
    """To any unit, also outside one's scope: it is typed by code or full name."""

    target = forms.CharField(
        label=_("Receiving unit"), max_length=200, help_text=_("Its code, or its full name.")
    )
    moves_on = forms.DateField(label=_("Moves on"))
    post = forms.CharField(label=_("Post in the new unit"), max_length=120, required=False)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def clean_target(self) -> Organisation:
        words = str(self.cleaned_data["target"]).strip()
        units = Organisation.objects.filter(until__isnull=True)
        found = list(units.filter(code=words)[:2]) or list(units.filter(name__iexact=words)[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                _("No unit has this code or name.")
                if not found
                else _("Several units have this name: use the code.")
            )
        return found[0]


class CollectiveForm(Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    status_group = forms.ChoiceField(
        label=_("Status group"), choices=[BLANK, *StatusGroup.choices], required=False
    )
    founded_on = forms.DateField(label=_("Founded on"), required=False)
    dissolved_on = forms.DateField(label=_("Dissolved on"), required=False)
    gets_flags = forms.NullBooleanField(label=_("Takes part in the flag system"), required=False)


class NewCollectiveForm(CollectiveForm):
    is_whole = forms.BooleanField(label=_("The whole unit, not a part of it"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["dissolved_on"]
        add_field(self, "organisation", unit_field(actor), first=True)


class HouseholdForm(Form):
    head_name = forms.CharField(label=_("Head of the household"), max_length=120)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = _("The head's own record, where there is one")
        add_field(self, "head", TypedPerson(actor, label=label, required=False))


class NewHouseholdForm(HouseholdForm):
    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        add_field(self, "organisation", unit_field(actor, label=_("Residential group")), first=True)


class PartsForm(Form):
    """Which parts of a record somebody answers for."""

    parts = forms.MultipleChoiceField(
        label=_("Complete, as far as the papers go"),
        choices=Part.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NumberForm(Form):
    number = forms.CharField(label=_("Full personal number or passport"), max_length=20)


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)
