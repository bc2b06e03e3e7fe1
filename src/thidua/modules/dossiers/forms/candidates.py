from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import Form
from thidua.modules.dossiers.drafts import CandidateDraft, Recipient
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.dossiers.queries.offered import honours_on
from thidua.modules.dossiers.queries.recipients import proposable, usable_initiatives
from thidua.modules.dossiers.queries.records import KINDS as OF_KIND
from thidua.modules.rulebook import api as rulebook

KINDS = (("person", _("persons")), ("collective", _("collectives")), ("household", _("households")))
STATE_LEVELS = frozenset({"ctn", "ttg", "chinh_phu"})
BY = (
    ("", _("any limb that applies")),
    ("results", _("yearly results, titles, initiatives")),
    ("movement", _("campaigns")),
    ("contribution", _("contributions")),
    ("work", _("the worker's or farmer's limb")),
)


def honours_for(dossier: Dossier, kind: str, on: Any) -> list[tuple[Any, list[tuple[str, str]]]]:
    """What a recipient of this kind can be proposed for, lowest first: titles, forms, then those of the State."""
    offered = honours_on(dossier.organisation_id, dossier.line, dossier.judged_on or on)
    rows = [row for row in offered if OF_KIND[kind] in row.recipient]
    groups: dict[Any, list[tuple[str, str]]] = {}
    for row in sorted(rows, key=lambda row: (_group(row)[0], -row.rank)):
        groups.setdefault(_group(row)[1], []).append((row.code, row.name_vi))
    return list(groups.items())


def _group(row: law.Honour) -> tuple[int, Any]:
    if row.level in STATE_LEVELS:
        return 2, _("Honours of the State and the Prime Minister")
    return (0, _("Emulation titles")) if row.nature == "title" else (1, _("Forms of commendation"))


class ChooseForm(Form):
    """Whom to propose, for what: several recipients of one kind, several honours at once."""

    recipients = forms.TypedMultipleChoiceField(
        label=_("Whom"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    honours = forms.MultipleChoiceField(label=_("For what"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, dossier: Dossier, kind: str, words: str, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.found = proposable(dossier, kind, words)
        fields: Any = self.fields
        fields["recipients"].choices = [(row.pk, _label(row)) for row in self.found]
        fields["honours"].choices = honours_for(dossier, kind, on)

    def wanted(self) -> list[Recipient]:
        return [Recipient(kind=self.kind, pk=pk) for pk in self.cleaned_data["recipients"]]


def _label(row: Any) -> str:
    """Name with what tells two of one name apart."""
    about = [getattr(row, "post", ""), getattr(row, "address", "")]
    details = ", ".join(part for part in [*about[:1], row.organisation.name] if part)
    return f"{row} · {details}"


class CandidateForm(Form):
    honorific = forms.CharField(label=_("Honorific"), max_length=20, required=False)
    achievement = forms.CharField(
        label=_("Achievement, as on the certificate"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Begins with “Đã có thành tích …”."),
    )
    by = forms.ChoiceField(label=_("On the strength of"), choices=BY, required=False)
    is_posthumous = forms.BooleanField(label=_("posthumous (truy tặng)"), required=False)
    initiatives = forms.TypedMultipleChoiceField(
        label=_("Initiatives counted for this honour"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = usable_initiatives(candidate)
        field: Any = self.fields["initiatives"]
        field.choices = [(row.pk, _initiative(row, candidate)) for row in rows]
        if not rows:
            del self.fields["initiatives"]
        if candidate.person_id is None:
            del self.fields["is_posthumous"]

    def draft(self) -> CandidateDraft:
        said = self.cleaned_data
        return CandidateDraft(
            honorific=said["honorific"],
            achievement=said["achievement"],
            by=said["by"],
            is_posthumous=said.get("is_posthumous", False),
            initiative_ids=frozenset(said.get("initiatives", [])),
        )

    @classmethod
    def of(cls, candidate: Candidate) -> "CandidateForm":
        names = ("honorific", "achievement", "by", "is_posthumous")
        initial = {name: getattr(candidate, name) for name in names}
        initial["initiatives"] = [row.pk for row in candidate.initiatives.all()]
        return cls(initial=initial, candidate=candidate)


def _initiative(row: Any, candidate: Candidate) -> str:
    used = next((a.used_for for a in row.authors.all() if a.person_id == candidate.person_id), "")
    words = f"{row.title} ({row.year}, {row.get_scope_display()})"
    if not used:
        return words
    return _("%(words)s – already served %(honour)s") % {
        "words": words,
        "honour": rulebook.honour(used).short_vi,
    }


class AttachForm(Form):
    code = forms.ChoiceField(label=_("Kind of paper"))
    label = forms.CharField(label=_("What it is"), max_length=200, required=False)
    file = forms.FileField(label=_("File (at most 20 MB)"), required=False)
    link = forms.URLField(
        label=_("or a link"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Give the whole address of the page, for example https://…")},
    )

    def __init__(self, *args: Any, codes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["code"]
        field.choices = [*codes, ("other", _("other paper"))]
