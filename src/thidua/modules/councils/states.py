"""The life of a sitting. Nothing else writes `Sitting.state`."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.councils.models import SittingState
from thidua.modules.councils.needs import (
    agenda,
    members,
    quorum,
    recusals,
    screen_voters,
    shares,
    shown_to_the_public,
    tellers_agree,
    two_counts,
)
from thidua.modules.organisations.api import Role

S = SittingState
SECRETARY = frozenset({Role.COUNCIL_SECRETARY, Role.SPECIALIST})

WORKFLOW = Workflow(
    labels=SittingState,
    steps=(
        Step(
            "open",
            (S.PLANNED,),
            S.VOTING,
            _("Open voting"),
            SECRETARY,
            needs=(agenda, shown_to_the_public, members, shares, quorum, recusals, screen_voters),
        ),
        Step(
            "close",
            (S.VOTING,),
            S.CLOSED,
            _("Close voting and count"),
            SECRETARY,
            needs=(two_counts, tellers_agree),
        ),
        Step("restart", (S.VOTING,), S.PLANNED, _("Begin the vote anew"), SECRETARY, needs_reason=True),
        Step(
            "cancel",
            (S.PLANNED, S.VOTING),
            S.CANCELLED,
            _("Cancel the sitting"),
            SECRETARY,
            needs_reason=True,
        ),
    ),
)
