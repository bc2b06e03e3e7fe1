from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.accounts.models import User
from thidua.modules.decisions.models import RevocationGround
from thidua.modules.organisations.api import Actor, in_force
from thidua.modules.organisations.models import Grant
from thidua.modules.oversight import letterbox
from thidua.modules.oversight.actions import LetterDraft, Settlement, Sorting
from thidua.modules.oversight.models import (
    Accused,
    Complaint,
    ComplaintKind,
    ComplaintOutcome,
    ComplaintTarget,
    ComplaintWay,
)


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class LetterForm(Form):
    way = forms.ChoiceField(label=_("How it came"), choices=ComplaintWay)
    received_on = forms.DateField(label=_("Letter received on"))
    is_anonymous = forms.BooleanField(label=_("Without name and address of the sender"), required=False)
    sender = forms.CharField(label=_("Sender"), max_length=200, required=False)
    contact = forms.CharField(label=_("Address, telephone"), max_length=300, required=False)
    content = forms.CharField(
        label=_("What the letter says"),
        max_length=20_000,
        widget=_area(6),
        help_text=_("Kept sealed: only the receiver reads it, and the chairperson once it is accepted."),
    )

    def draft(self) -> LetterDraft:
        return LetterDraft(**self.cleaned_data)


class SortForm(Form):
    kind = forms.ChoiceField(label=_("Kind of letter"), choices=ComplaintKind.choices[1:])
    due_on = forms.DateField(label=_("To be settled by"), required=False)
    due_basis = forms.CharField(
        label=_("By which provision"),
        max_length=200,
        required=False,
        help_text=_(
            "Article of the Law on Complaints or the Law on Denunciations: the system does not guess the days."
        ),
    )
    is_verified_apart = forms.BooleanField(
        label=_("Anonymous, but what it says was verified apart from it"), required=False
    )
    verified = forms.CharField(
        label=_("What was verified, and how"), max_length=4_000, required=False, widget=_area(2)
    )
    accused = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Accounts that never open this letter (the accused)"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, actor: Actor, row: Complaint, **kwargs: Any) -> None:
        known: dict[str, Any] = {
            name: getattr(row, name) for name in ("kind", "due_on", "due_basis", "is_verified_apart")
        }
        known |= {
            "verified": letterbox.opened(row).verified,
            "accused": row.accused.values_list("user", flat=True),
        }
        kwargs.setdefault("initial", known)
        super().__init__(*args, **kwargs)
        accused: Any = self.fields["accused"]
        accused.queryset = _near(actor, row)
        accused.label_from_instance = lambda user: user.full_name

    def sorting(self) -> Sorting:
        return Sorting(**self.cleaned_data)


def _near(actor: Actor, row: Complaint) -> QuerySet[User]:
    """Who acts for the receiving body or for the units of those whom the letter concerns; and who is closed out already."""
    targets = ComplaintTarget.objects.filter(complaint=row)
    people, teams = targets.values("person__organisation"), targets.values("collective__organisation")
    there = Q(organisation=row.organisation_id) | Q(organisation__in=people) | Q(organisation__in=teams)
    held = Grant.objects.filter(there, in_force(actor.on)).values("user")
    chosen = Accused.objects.filter(complaint=row).values("user")
    return User.objects.filter(Q(pk__in=held) | Q(pk__in=chosen)).order_by("full_name", "pk")


class SettleForm(Form):
    outcome = forms.ChoiceField(label=_("Outcome"), choices=ComplaintOutcome)
    paper = forms.CharField(label=_("Number and day of the paper that concludes it"), max_length=200)
    ground = forms.ChoiceField(
        label=_("Ground of revocation (Law 06/2022/QH15, article 93.2)"),
        choices=[("", _("none")), *RevocationGround.choices],
        required=False,
    )
    text = forms.CharField(label=_("What was concluded"), max_length=20_000, widget=_area(5))

    def settlement(self) -> Settlement:
        return Settlement(**self.cleaned_data)
