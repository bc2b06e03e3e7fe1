from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form
from thidua.modules.dossiers.drafts import PostingDraft


class PasteForm(Form):
    text = forms.CharField(
        label=_("The list: copy the rows in Excel and paste them here, or type one household a line"),
        strip=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 12, "class": "mono", "spellcheck": "false"}),
        help_text=_(
            "Columns in this order: head of the household, address, members, agreement (%), note, "
            "why it is left out. Typed lines part them by a semicolon. Empty columns are allowed at the end."
        ),
    )


class PostingForm(Form):
    place = forms.CharField(
        label=_("Where it was posted"),
        max_length=200,
        help_text=_("For example: the house of culture of the group."),
    )
    posted_on = forms.DateField(label=_("On the board from"))
    taken_down_on = forms.DateField(label=_("Taken down on"))
    remarks = forms.CharField(
        label=_("What neighbours said of it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("May stay empty: nobody said anything."),
    )

    def draft(self) -> PostingDraft:
        return PostingDraft(**self.cleaned_data)


class HouseholdFilter(FilterForm):
    q = forms.CharField(label=_("Head of the household or address"), max_length=100)
    nhom = forms.ChoiceField(
        label=_("Which"),
        choices=[("", _("all")), ("de-nghi", _("proposed")), ("loai", _("left out"))],
    )
