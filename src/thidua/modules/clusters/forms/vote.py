from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, dress
from thidua.modules.clusters.models import Scorecard


class BallotForm(Form):
    """For each place a member: place_1, place_2 …"""

    def __init__(self, *args: Any, cards: Iterable[Scorecard], n_ranked: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.n_ranked = n_ranked
        choices = [("", "—"), *((card.pk, card.member.name) for card in cards)]
        for place in range(1, n_ranked + 1):
            self.fields[f"place_{place}"] = forms.TypedChoiceField(
                label=_("Place %(n)s") % {"n": place}, choices=choices, coerce=int
            )
            dress(self.fields[f"place_{place}"])

    def ranks(self) -> dict[int, int]:
        """Card → rank; a member that is named twice keeps one, so that the ballot is refused as incomplete."""
        return {self.cleaned_data[f"place_{place}"]: place for place in range(1, self.n_ranked + 1)}


class PaperVoteForm(Form):
    """What the minutes of a vote on paper say: v_12 are the points of the vote, f_12 the ballots that rank it first."""

    def __init__(self, *args: Any, cards: Iterable[Scorecard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = list(cards)
        for card in self.cards:
            words = {"member": card.member.name}
            self.fields[f"v_{card.pk}"] = forms.IntegerField(
                label=_("Points of the vote: %(member)s") % words,
                min_value=0,
                max_value=10_000,
                initial=card.vote_points,
            )
            self.fields[f"f_{card.pk}"] = forms.IntegerField(
                label=_("Ranked first: %(member)s") % words, min_value=0, max_value=500, initial=card.n_first
            )
            for name in (f"v_{card.pk}", f"f_{card.pk}"):
                dress(self.fields[name])

    def counted(self) -> dict[int, tuple[int, int]]:
        said = self.cleaned_data
        return {card.pk: (said[f"v_{card.pk}"], said[f"f_{card.pk}"]) for card in self.cards}
