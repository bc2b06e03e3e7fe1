"""The ballot box of a sitting: see `foundation.ballots` and docs/decisions/secret-ballots.md."""

from thidua.foundation.ballots import BallotBox
from thidua.foundation.keys import on_rotation
from thidua.modules.councils.models import SealedBallot, Turnout

BOX = BallotBox("councils.box", "ballot", SealedBallot, "sitting", Turnout, "attendance")
on_rotation("ballots")(BOX.reseal)
