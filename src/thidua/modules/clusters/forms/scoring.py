"""Forms over a whole card: for each criterion a number (c_12) and words (w_12)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, RowField, dress
from thidua.modules.clusters.drafts import Entry, Proof, Received
from thidua.modules.clusters.forms.numbers import NumberField
from thidua.modules.clusters.models import ClusterMember, Scorecard
from thidua.modules.clusters.points import entry_in_words
from thidua.modules.clusters.tally import CardTally, GroupTally, Line


class CardForm(Form):
    """One row for each line of the card; what is typed comes back whole when something is wrong."""

    words_label: Any = _("Note")

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        self.lines = list(lines)
        super().__init__(*args, **kwargs)

    def _add(self, line: Line, label: str, number: Decimal | None, words: str) -> None:
        pk = line.criterion.pk
        self.fields[f"c_{pk}"] = NumberField(label=label, required=False, max_digits=14, initial=number)
        self.fields[f"w_{pk}"] = forms.CharField(
            label=self.words_label,
            max_length=500,
            required=False,
            initial=words,
            widget=forms.Textarea(attrs={"rows": 1}),
        )
        for name in (f"c_{pk}", f"w_{pk}"):
            dress(self.fields[name])

    def rows(self) -> Iterator[tuple[Line, BoundField, BoundField]]:
        for line in self.lines:
            yield line, self[f"c_{line.criterion.pk}"], self[f"w_{line.criterion.pk}"]

    def grouped(self, groups: Iterable[GroupTally]) -> list[tuple[GroupTally, list[Any]]]:
        rows = {line.criterion.pk: (line, number, words) for line, number, words in self.rows()}
        return [
            (group, [rows[line.criterion.pk] for line in group.lines if line.criterion.pk in rows])
            for group in groups
        ]

    def entries(self) -> dict[int, Entry]:
        said = self.cleaned_data
        keys = [line.criterion.pk for line in self.lines]
        return {pk: Entry(said[f"c_{pk}"], said[f"w_{pk}"]) for pk in keys}


class ScoreForm(CardForm):
    """What the member enters for itself."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, card: Scorecard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = card.version
        for line in self.lines:
            score = line.score
            label = entry_in_words(line.criterion)
            self._add(line, label, score.figure if score else None, score.note if score else "")


class CheckForm(CardForm):
    """The cross-check: the member's own points stand there already, to be left or changed."""

    words_label = _("Reason for other points")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in self.lines:
            score = line.score
            points = None if score is None else score.own if score.checked is None else score.checked
            self._add(line, str(_("Points of the cross-check")), points, score.check_reason if score else "")


class SettleForm(CardForm):
    """The head's summary: only criteria on which member and cross-check differ, or that were settled."""

    words_label = _("Reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in self.lines:
            score = line.score
            self._add(
                line,
                str(_("Points that count")),
                score.settled if score else None,
                score.settle_reason if score else "",
            )


class AssignForm(Form):
    """Who cross-checks whom: every other member is offered, never the member itself."""

    def __init__(
        self, *args: Any, cards: Iterable[Scorecard], members: list[ClusterMember], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cards = list(cards)
        self.members = {member.pk: member for member in members}
        for card in self.cards:
            others = [(member.pk, member.name) for member in members if member.pk != card.member_id]
            self.fields[f"card_{card.pk}"] = forms.TypedChoiceField(
                label=card.member.name,
                choices=[("", _("nobody yet")), *others],
                coerce=int,
                empty_value=None,
                required=False,
                initial=card.checker_id,
            )
            dress(self.fields[f"card_{card.pk}"])

    def checkers(self) -> dict[int, ClusterMember | None]:
        said = self.cleaned_data
        chosen = {card.pk: said[f"card_{card.pk}"] for card in self.cards}
        return {pk: self.members[member] if member else None for pk, member in chosen.items()}


class EvidenceForm(Form):
    criterion = RowField(Scorecard.objects.none(), label=_("Criterion"))
    label = forms.CharField(label=_("What it is"), max_length=200, required=False)
    file = forms.FileField(
        label=_("File"), required=False, help_text=_("PDF, Word, Excel or a picture, at most 20 MB.")
    )
    link = forms.CharField(label=_("or a link"), max_length=200, required=False)

    def __init__(self, *args: Any, criteria: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["criterion"]
        field.queryset = criteria

    def proof(self) -> Proof:
        said = self.cleaned_data
        file = said["file"]
        content, name = (file.read(), file.name) if file else (None, "")
        return Proof(said["label"], content, name, said["link"])


class StepForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


class AnnounceForm(Form):
    basis = forms.CharField(
        label=_("Result by which paper"),
        max_length=200,
        help_text=_("Minutes of the review meeting or announcement, with number and day."),
    )
    result_on = forms.DateField(label=_("Result announced on"))


class RecordForm(AnnounceForm):
    """What the block that is run on paper gave our members: t_12 is the total, p_12 the place."""

    def __init__(self, *args: Any, cards: Iterable[CardTally], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = [one.card for one in cards]
        for card in self.cards:
            words = {"member": card.member.name}
            self.fields[f"t_{card.pk}"] = NumberField(label=_("Points given to %(member)s") % words)
            self.fields[f"p_{card.pk}"] = forms.IntegerField(
                label=_("Place of %(member)s") % words, min_value=1, max_value=500
            )
            for name in (f"t_{card.pk}", f"p_{card.pk}"):
                dress(self.fields[name])

    def received(self) -> dict[int, Received]:
        said = self.cleaned_data
        return {card.pk: Received(said[f"t_{card.pk}"], said[f"p_{card.pk}"]) for card in self.cards}
