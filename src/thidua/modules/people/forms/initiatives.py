import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.forms import Form, add_field
from thidua.modules.organisations.api import Actor, unit_field
from thidua.modules.people.drafts import Author, InitiativeDraft
from thidua.modules.people.forms.fields import person_called
from thidua.modules.people.kinds import InitiativeKind, Scope
from thidua.modules.people.models import Initiative

SHARE = re.compile(r"^(.*?)[\s;,:\t]+(\d{1,3})\s*%?$")


class InitiativeForm(Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=InitiativeKind.choices)
    year = forms.IntegerField(label=gettext_lazy("Year of recognition"), min_value=1980, max_value=2100)
    scope = forms.ChoiceField(label=gettext_lazy("Scope of influence"), choices=Scope.choices)
    code = forms.CharField(label=gettext_lazy("Number"), max_length=40, required=False)
    recognised_by = forms.CharField(label=gettext_lazy("Recognised by"), max_length=200, required=False)
    certificate = forms.CharField(
        label=gettext_lazy("Number and day of the certificate"), max_length=120, required=False
    )
    authors = forms.CharField(
        label=gettext_lazy("Authors"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One on a line, with the share of the work: Trần Thị Minh Châu 60 %"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    @classmethod
    def of(cls, row: Initiative, given: Any, actor: Actor) -> "InitiativeForm":
        known = {name: getattr(row, name) for name in FIELDS}
        lines = [f"{a.person.name} {a.share} %" for a in row.authors.select_related("person").order_by("pk")]
        return cls(given, actor=actor, initial=known | {"authors": "\n".join(lines)})

    def clean_authors(self) -> tuple[Author, ...]:
        lines = [line.strip() for line in str(self.cleaned_data["authors"]).splitlines() if line.strip()]
        authors = tuple(self._author(line, alone=len(lines) == 1) for line in lines)
        if len({author.person_id for author in authors}) < len(authors):
            raise ValidationError(_("One person is named twice."))
        return authors

    def _author(self, line: str, *, alone: bool) -> Author:
        found = SHARE.match(line)
        if not found and not alone:
            raise ValidationError(_("Write the share of the work after each name: %(line)s") % {"line": line})
        name, share = (found[1], int(found[2])) if found else (line, 100)
        return Author(person_called(self.actor, name).pk, share)

    def draft(self) -> InitiativeDraft:
        said = {name: self.cleaned_data[name] for name in FIELDS}
        return InitiativeDraft(**said, authors=self.cleaned_data["authors"])


FIELDS = ("title", "kind", "year", "scope", "code", "recognised_by", "certificate")


class NewInitiativeForm(InitiativeForm):
    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        add_field(
            self, "organisation", unit_field(actor, label=gettext_lazy("Recognised in the unit")), first=True
        )
