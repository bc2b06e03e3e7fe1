from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import ClockInput, FilterForm, Form
from thidua.kernel.days import VIETNAM
from thidua.modules.newsroom.drafts import ArticleDraft, PictureDraft
from thidua.modules.newsroom.models import Article, ArticleConsent

PICTURE_MEGABYTES = 8
EDITOR = {"rows": 16, "data-richtext": ""}


class ArticleForm(Form):
    headline = forms.CharField(label=_("Headline"), max_length=200)
    lead = forms.CharField(
        label=_("Opening lines"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three sentences: they stand in the list and where the article is shared."),
    )
    body = forms.CharField(
        label=_("Text of the article"), max_length=60_000, required=False, widget=forms.Textarea(attrs=EDITOR)
    )
    byline = forms.CharField(label=_("By-line"), max_length=120, required=False)
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("Where the article or its facts come from, for example the unit's report."),
    )
    open_to_comments = forms.BooleanField(label=_("Readers may comment"), required=False)
    names_nobody = forms.BooleanField(
        label=_("The article names and shows no person"),
        required=False,
        help_text=_("Else the person concerned is asked before publication."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, article: Article | None = None, **kwargs: Any) -> None:
        if article:
            kwargs.setdefault("initial", _values(article))
        else:
            kwargs.setdefault("initial", {"open_to_comments": True})
        super().__init__(*args, **kwargs)
        if article and (article.exemplar_id or article.entry_id):
            del self.fields["names_nobody"]

    def draft(self) -> ArticleDraft:
        names = ("headline", "lead", "body", "byline", "source", "open_to_comments")
        said = {name: self.cleaned_data[name] for name in names}
        return ArticleDraft(**said, names_nobody=self.cleaned_data.get("names_nobody", False))


def _values(article: Article) -> dict[str, Any]:
    names = ("headline", "lead", "body", "byline", "source", "open_to_comments", "version")
    nobody = article.consent == ArticleConsent.NOT_NEEDED
    return {name: getattr(article, name) for name in names} | {"names_nobody": nobody}


class CorrectionForm(ArticleForm):
    text = forms.CharField(
        label=_("What was corrected"),
        max_length=500,
        help_text=_("Readers see this sentence with its day below the article."),
    )
    field_order = ("text", "headline", "lead", "body", "byline", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("names_nobody", None)


class ConsentForm(Form):
    consent = forms.ChoiceField(
        label=_("Answer"),
        choices=[(one.value, one.label) for one in (ArticleConsent.GIVEN, ArticleConsent.REFUSED)],
        widget=forms.RadioSelect,
    )
    consent_on = forms.DateField(label=_("Answered on"))
    note = forms.CharField(
        label=_("How it was answered"),
        max_length=200,
        required=False,
        help_text=_("In writing, by telephone …; for a child, the guardian's name."),
    )


class PictureWordsForm(Form):
    alt = forms.CharField(
        label=_("What the picture shows"),
        max_length=200,
        help_text=_("For readers who cannot see it."),
    )
    credit = forms.CharField(label=_("Credit"), max_length=120, help_text=_("Who took it, or whose it is."))
    caption = forms.CharField(label=_("Caption"), max_length=300, required=False)


class PictureForm(PictureWordsForm):
    file = forms.FileField(
        label=_("Picture"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("JPEG, PNG or WebP, at most 8 MB. Place and camera are taken out of it."),
    )
    field_order = ("file", "alt", "credit", "caption")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > PICTURE_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(_("The picture is larger than 8 MB: send a smaller one."))
        return file

    def draft(self) -> PictureDraft:
        said = self.cleaned_data
        words = {name: said[name] for name in ("alt", "credit", "caption")}
        return PictureDraft(name=said["file"].name, content=said["file"].read(), **words)


class StepForm(Form):
    """What a step asks for: a reason, or when it is published and withdrawn."""

    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    day = forms.DateField(label=_("Day of publication"))
    clock = forms.TimeField(label=_("Hour"), widget=ClockInput(), input_formats=["%H:%M"])
    withdraw_on = forms.DateField(
        label=_("To be withdrawn on"),
        required=False,
        help_text=_("May stay empty: it then stays."),
    )

    def __init__(self, *args: Any, step: str, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {"reason"} if needs_reason else set()
        asked |= {"schedule": {"day", "clock", "withdraw_on"}, "publish": {"withdraw_on"}}.get(step, set())
        for name in list(self.fields):
            if name not in asked:
                del self.fields[name]

    def publish_at(self) -> datetime | None:
        day: date | None = self.cleaned_data.get("day")
        return datetime.combine(day, self.cleaned_data["clock"], tzinfo=VIETNAM) if day else None


class ArticleFilter(FilterForm):
    q = forms.CharField(label=_("Headline, name or words of the text"), max_length=100)
