import re
from datetime import UTC, datetime
from functools import cache

from django import forms
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form
from thidua.foundation.proven import ProvenForm
from thidua.modules.newsroom.drafts import CommentDraft
from thidua.modules.newsroom.models import CommentFault

EVER = datetime(2000, 1, 1, tzinfo=UTC)  # the fields say nothing of the time
# Stand in the drawn form where the question and its token come.
QUESTION, TOKEN = "@question@", "@token@"
PHONE = re.compile(r"\+?[0-9][0-9 .\-]{7,18}")


class CommentForm(ProvenForm):
    """As on the plan's page: name, telephone, title, content, and the question against machines."""

    name = forms.CharField(label=_("Full name"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=20,
        required=False,
        help_text=_("Not published; deleted after 12 months."),
    )
    title = forms.CharField(label=_("Title of the comment"), max_length=200)
    content = forms.CharField(label=_("Content"), max_length=3_000, widget=forms.Textarea(attrs={"rows": 5}))
    field_order = ("name", "phone", "title", "content", "answer")

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"].strip()
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(_("Write the number in figures, for example 0912 345 678."))
        return phone

    def draft(self) -> CommentDraft:
        return CommentDraft(
            **{name: self.cleaned_data[name] for name in ("name", "phone", "title", "content")}
        )


@cache
def _blank(language: str, now: datetime = EVER) -> str:
    """What everybody finds before he has typed: the same for all who read one language but for the question."""
    del language  # the one that is active
    form = CommentForm(None, now=now)
    form.fields["answer"].label, form.fields["token"].initial = QUESTION, TOKEN
    return render_to_string("newsroom/portal/_fields.html", {"form": form})


def blank_form(language: str, question: str, token: str) -> SafeString:
    """The empty form with this question; both parts come from `captcha.question` and are escaped."""
    drawn = _blank(language).replace(QUESTION, escape(question)).replace(TOKEN, escape(token))
    return mark_safe(drawn)  # noqa: S308 -- what is put in is escaped


class CommentFilter(FilterForm):
    q = forms.CharField(label=_("Name, title or words"), max_length=100)


class ModerationForm(Form):
    fault = forms.ChoiceField(label=_("Why it is not shown"), choices=CommentFault, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Note"), max_length=500, required=False)


class ReplyForm(Form):
    reply = forms.CharField(
        label=_("Reply of the authority"),
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands below the comment; empty takes the reply away."),
    )


class PortalFilter(FilterForm):
    q = forms.CharField(label=_("Search in the news"), max_length=100)
