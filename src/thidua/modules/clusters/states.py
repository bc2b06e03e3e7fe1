"""The life of a cluster's year and of a member's card. Nothing else writes their `state`; who may is in `policy`."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.clusters import needs
from thidua.modules.clusters.models import CardState, YearState

Y = YearState
C = CardState

YEAR = Workflow(
    labels=YearState,
    steps=(
        Step("open", (Y.DRAFT,), Y.SCORING, _("Open scoring"), needs=(needs.criteria, needs.members)),
        Step(
            "rewrite",
            (Y.SCORING,),
            Y.DRAFT,
            _("Back to the criteria"),
            needs=(needs.nothing_entered,),
            needs_reason=True,
        ),
        Step(
            "settle", (Y.SCORING,), Y.SETTLING, _("Begin the summary"), needs=(needs.run_here, needs.checked)
        ),
        Step(
            "open_vote",
            (Y.SETTLING,),
            Y.VOTING,
            _("Open the vote"),
            needs=(
                needs.on_screen,
                needs.settled,
                needs.not_voted,
                needs.enough_voters,
                needs.enough_to_rank,
            ),
        ),
        Step(
            "close_vote",
            (Y.VOTING,),
            Y.SETTLING,
            _("Close the vote and count"),
            needs=(needs.enough_ballots,),
        ),
        # Where too few can vote on screen, or the box was not filled: without it the year could not end.
        Step(
            "on_paper",
            (Y.SETTLING,),
            Y.SETTLING,
            _("Vote on paper instead"),
            needs=(needs.on_screen, needs.not_voted),
            needs_reason=True,
        ),
        Step(
            "restart_vote",
            (Y.VOTING, Y.SETTLING),
            Y.SETTLING,
            _("Begin the vote on the ranking anew"),
            needs=(needs.a_vote,),
            needs_reason=True,
        ),
        Step(
            "announce",
            (Y.SETTLING,),
            Y.FINISHED,
            _("Announce the result"),
            needs=(needs.run_here, needs.settled, needs.voted),
        ),
        Step(
            "record",
            (Y.SCORING, Y.SETTLING),
            Y.FINISHED,
            _("Record the result"),
            needs=(needs.run_on_paper,),
        ),
        Step("reopen", (Y.FINISHED,), Y.SETTLING, _("Take the result back"), needs_reason=True),
    ),
)

CARD = Workflow(
    labels=CardState,
    steps=(
        Step("send", (C.OPEN,), C.SENT, _("Send the scores"), needs=(needs.every_figure,)),
        Step("hand_back", (C.SENT,), C.OPEN, _("Return to the member"), needs_reason=True),
        Step("check", (C.SENT,), C.CHECKED, _("Conclude the cross-check"), needs=(needs.every_check,)),
        Step("check_again", (C.CHECKED,), C.SENT, _("Have it checked again"), needs_reason=True),
        Step("excuse", (C.OPEN, C.SENT), C.EXCUSED, _("Does not take part"), needs_reason=True),
        Step("readmit", (C.EXCUSED,), C.OPEN, _("Takes part after all")),
    ),
)
