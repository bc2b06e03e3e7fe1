"""Forms of the tree, of roles and accounts, of the calendar and the periods."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField, RowsField, offer
from thidua.modules.accounts.models import User
from thidua.modules.organisations import queries
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import Grant, Kind, Organisation, SuccessionKind, YearKind
from thidua.modules.organisations.roles import Role


class ActorForm(Form):
    """A form whose lists hold what the actor sees."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        for field in self.fields.values():
            if isinstance(field, OrganisationField):
                field.queryset = queries.organisation_choices(actor)


class OrganisationField(RowField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Organisation.objects.none(), **kwargs)


class TreeFilter(FilterForm):
    ngay = forms.DateField(label=_("As it stood on"))
    tim = forms.CharField(label=_("Name or code"), max_length=100)
    loai = forms.ChoiceField(label=_("Kind"), choices=[("", _("all kinds")), *Kind.choices])


class NewOrganisation(ActorForm):
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind)
    parent = OrganisationField(label=_("Belongs to"))
    since = forms.DateField(label=_("Exists since"))
    short_name = forms.CharField(label=_("Short name"), max_length=120, required=False)
    code = forms.CharField(
        label=_("Code"), max_length=40, required=False, help_text=_("Left empty, the next number is taken.")
    )
    year_kind = forms.ChoiceField(
        label=_("Evaluated by"),
        choices=[("", _("as usual for its kind")), *YearKind.choices[:2]],
        required=False,
    )
    has_legal_personality = forms.BooleanField(label=_("Has legal personality"), required=False, initial=True)


class Description(Form):
    short_name = forms.CharField(label=_("Short name"), max_length=120, required=False)
    year_kind = forms.ChoiceField(label=_("Evaluated by"), choices=YearKind.choices[:2])
    has_legal_personality = forms.BooleanField(label=_("Has legal personality"), required=False)


class NewName(Form):
    name = forms.CharField(label=_("New name"), max_length=200)
    since = forms.DateField(label=_("From the day"))
    reason = forms.CharField(label=_("By what paper"), max_length=200)


class NewPlace(ActorForm):
    parent = OrganisationField(label=_("New place: belongs to"))
    since = forms.DateField(label=_("From the day"))
    reason = forms.CharField(label=_("By what paper"), max_length=200)


class WhoEnds(ActorForm):
    """First step of a succession."""

    kind = forms.ChoiceField(label=_("What happens"), choices=SuccessionKind)
    on = forms.DateField(label=_("On the day"))
    decision = forms.CharField(label=_("By decision"), max_length=200)
    predecessors = RowsField(Organisation.objects.none(), label=_("Who ends"))
    successors = RowsField(Organisation.objects.none(), label=_("Who takes the place"))
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("predecessors", "successors"):
            offer(self, name, queries.organisation_choices(self.actor))
            self.fields[name].widget.attrs["size"] = 8


class Keepers(Form):
    """Second step: who keeps each one's books. One field for each predecessor."""

    def __init__(
        self, *args: Any, predecessors: list[Organisation], successors: list[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.pk, row.name) for row in successors]
        for row in predecessors:
            self.fields[f"keeper_{row.pk}"] = forms.TypedChoiceField(
                label=_("The books of %s are kept by") % row.name,
                choices=choices,
                coerce=int,
                widget=forms.RadioSelect,
                initial=choices[0][0] if len(choices) == 1 else None,
            )


class GrantFilter(FilterForm):
    tim = forms.CharField(label=_("Person or organisation"), max_length=100)
    vai = forms.ChoiceField(label=_("Role"), choices=[("", _("all roles")), *Role.choices])
    ca_cu = forms.BooleanField(label=_("past ones too"))


class NewGrant(ActorForm):
    user = RowField(User.objects.none(), label_column="full_name", label=_("Person"))
    organisation = OrganisationField(label=_("In which organisation"))
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    since = forms.DateField(label=_("From the day"))
    last_day = forms.DateField(label=_("Last day"), required=False, help_text=_("Empty: without end."))
    basis = forms.CharField(label=_("By what paper"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = queries.accounts_in_scope(self.actor).filter(is_active=True)
        offer(self, "user", people.order_by("full_name", "id"))


class EndOfGrant(Form):
    last_day = forms.DateField(label=_("Last day in the role"))
    reason = forms.CharField(label=_("Why"), max_length=200)


class HandOver(Form):
    to = RowField(User.objects.none(), label_column="full_name", label=_("To whom"))
    since = forms.DateField(label=_("First day"))
    last_day = forms.DateField(label=_("Last day"))
    basis = forms.CharField(label=_("By what paper"), max_length=200, required=False)

    def __init__(self, *args: Any, grant: Grant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", queries.possible_stand_ins(grant))


class AccountFilter(FilterForm):
    tim = forms.CharField(label=_("Name, user name or e-mail"), max_length=100)


class NewAccount(ActorForm):
    full_name = forms.CharField(label=_("Full name"), max_length=120)
    username = forms.CharField(
        label=_("User name"), max_length=60, help_text=_("Letters without marks, figures, dots, dashes.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    organisation = OrganisationField(label=_("Works in"))
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    last_day = forms.DateField(label=_("Last day"), required=False, help_text=_("Empty: without end."))
    basis = forms.CharField(label=_("By what paper"), max_length=200, required=False)


class Account(Form):
    full_name = forms.CharField(label=_("Full name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)
    must_use_second_factor = forms.BooleanField(label=_("must use a second factor"), required=False)


class Why(Form):
    reason = forms.CharField(label=_("Why"), max_length=200)


class NewDay(Form):
    day = forms.DateField(label=_("Day"))
    is_working = forms.TypedChoiceField(
        label=_("That day"),
        choices=[("0", _("is off, although a weekday")), ("1", _("is worked, although a weekend"))],
        coerce=lambda value: value == "1",
    )
    note = forms.CharField(label=_("Note"), max_length=120)


class NewPeriod(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=YearKind)
    year = forms.IntegerField(
        label=_("Year (a school year: its closing year)"), min_value=1990, max_value=2100
    )
    label = forms.CharField(
        label=_("Name on papers"),
        max_length=60,
        required=False,
        help_text=_("Years are named by themselves."),
    )
    since = forms.DateField(
        label=_("First day"), required=False, help_text=_("Empty: as usual for its kind.")
    )
    last_day = forms.DateField(label=_("Last day"), required=False)
    closes_on = forms.DateField(label=_("Files due on"), required=False)


class ChangedPeriod(Form):
    label = forms.CharField(label=_("Name on papers"), max_length=60)
    closes_on = forms.DateField(label=_("Files due on"), required=False)
