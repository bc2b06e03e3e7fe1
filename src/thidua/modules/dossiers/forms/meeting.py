from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import ClockInput, Form
from thidua.modules.dossiers.drafts import MeetingDraft
from thidua.modules.dossiers.models import Candidate, UnitMeeting

HEAD = (
    "held_on",
    "begins_at",
    "ends_at",
    "place",
    "chair",
    "secretary",
    "n_called",
    "n_present",
    "by_ballot",
    "discussion",
)
MOST_VOTERS = 1_000_000
VOTES = (("for", _("in favour")), ("against", _("not in favour")), ("invalid", _("invalid")))


class MeetingForm(Form):
    """The unit's meeting, with three counts for each candidate."""

    held_on = forms.DateField(label=_("Day"))
    begins_at = forms.TimeField(label=_("Begins at (hour)"), required=False, widget=ClockInput())
    ends_at = forms.TimeField(label=_("Ends at (hour)"), required=False, widget=ClockInput())
    place = forms.CharField(label=_("Place"), max_length=200)
    chair = forms.CharField(label=_("Chair"), max_length=120)
    secretary = forms.CharField(label=_("Secretary"), max_length=120)
    n_called = forms.IntegerField(label=_("Called"), min_value=1, max_value=MOST_VOTERS)
    n_present = forms.IntegerField(label=_("Present"), min_value=1, max_value=MOST_VOTERS)
    by_ballot = forms.BooleanField(label=_("by secret ballot"), required=False, initial=True)
    discussion = forms.CharField(label=_("What was said"), required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **kwargs: Any) -> None:
        self.candidates = candidates
        super().__init__(*args, **kwargs)
        for candidate in candidates:
            for code, label in VOTES:
                self.fields[f"{code}-{candidate.pk}"] = forms.IntegerField(
                    min_value=0,
                    max_value=MOST_VOTERS,
                    label=f"{candidate.name}: {label}",
                    required=code == "for",
                    widget=forms.NumberInput(attrs={"class": "form-control form-control-sm count"}),
                )

    def head(self) -> Iterator[BoundField]:
        return (self[name] for name in HEAD)

    def ballots(self) -> Iterator[tuple[Candidate, list[BoundField]]]:
        for candidate in self.candidates:
            yield candidate, [self[f"{code}-{candidate.pk}"] for code, _label in VOTES]

    def draft(self) -> MeetingDraft:
        said = self.cleaned_data
        votes = {row.pk: self._votes(row.pk) for row in self.candidates}
        return MeetingDraft(**{name: said[name] for name in HEAD}, votes=votes)

    def _votes(self, pk: int) -> tuple[int, int, int]:
        in_favour, against, invalid = (self.cleaned_data[f"{code}-{pk}"] or 0 for code, _label in VOTES)
        return in_favour, against, invalid


def initial_of(meeting: UnitMeeting | None) -> dict[str, Any]:
    if meeting is None:
        return {"by_ballot": True}
    values: dict[str, Any] = {name: getattr(meeting, name) for name in HEAD}
    for vote in meeting.votes.all():
        values[f"for-{vote.candidate_id}"] = vote.n_in_favour
        values[f"against-{vote.candidate_id}"] = vote.n_against
        values[f"invalid-{vote.candidate_id}"] = vote.n_invalid
    return values
