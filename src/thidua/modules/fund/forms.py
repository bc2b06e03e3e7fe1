from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.fund.models import MoneySource, PayList, Way
from thidua.modules.fund.models.ledger import Ceiling

FIRST_YEAR, LAST_YEAR, MOST = 2014, 2100, 10**13
AMOUNT_HELP = _("Whole đồng, for example 150000000.")


def _money(label: Any, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=MOST, help_text=AMOUNT_HELP, **options)


class AllotForm(Form):
    year = forms.IntegerField(label=_("Budget year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    source = forms.ChoiceField(label=_("Source of the money"), choices=MoneySource.choices)
    amount = _money(_("Amount"))
    on = forms.DateField(label=_("Day"))
    number = forms.CharField(label=_("Number of the document"), max_length=60, required=False)
    basis = forms.CharField(
        label=_("By which paper"),
        max_length=200,
        help_text=_("Decision on the budget, resolution of the People's Council, list of contributions."),
    )
    above_reason = forms.CharField(
        label=_("Why it is more than the ceiling"), max_length=90, required=False,
        help_text=_("Only where the ceiling of the law is passed; the book keeps it."),
    )  # fmt: skip


class BaseForm(Form):
    year = forms.IntegerField(label=_("Budget year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    ceiling = forms.ChoiceField(label=_("Ceiling by law"), choices=Ceiling.choices)
    base = _money(_("Recurrent expenditure (or salaries) of the year"), required=False)


class PrepareForm(Form):
    source = forms.ChoiceField(label=_("Source of the money"), choices=MoneySource.choices)


class ArrangeForm(Form):
    way = forms.ChoiceField(label=_("Way of payment"), choices=Way.choices)
    receiver = forms.CharField(
        label=_("Who receives it (heir, representative)"), max_length=160, required=False,
        help_text=_("Only where it is not the recipient; for a posthumous award the heir."),
    )  # fmt: skip
    bank = forms.CharField(label=_("Bank"), max_length=120, required=False)
    account = forms.CharField(label=_("Account number"), max_length=40, required=False)


class PayForm(Form):
    number = forms.CharField(label=_("Number of the payment voucher"), max_length=60)
    on = forms.DateField(label=_("Paid on"))


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class AskForm(Form):
    source = forms.ChoiceField(label=_("Source of the money"), choices=MoneySource.choices)
    pay_list = forms.ModelChoiceField(
        PayList.objects.none(), label=_("For the payment list"), required=False,
        empty_label=_("no list: a ceremony or another expense"),
        help_text=_("An approved list whose prizes the receiver hands out against signature."),
    )  # fmt: skip
    amount = _money(_("Amount"))
    purpose = forms.CharField(
        label=_("Purpose of the advance"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    receiver = forms.CharField(label=_("Who receives the advance"), max_length=160)
    due_on = forms.DateField(label=_("Advance to be settled by"))

    def __init__(self, *args: Any, lists: QuerySet[PayList], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pay_list"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = lists


class SpentForm(Form):
    what = forms.CharField(label=_("What was paid"), max_length=300)
    number = forms.CharField(label=_("Number of the document"), max_length=60, required=False)
    on = forms.DateField(label=_("Paid on"))
    amount = _money(_("Amount"))


class SettleForm(Form):
    number = forms.CharField(
        label=_("Number of the receipt or voucher"), max_length=60, required=False,
        help_text=_("Of the receipt for what is handed back, or of the voucher for what is paid on top."),
    )  # fmt: skip
    on = forms.DateField(label=_("Settled on"))
