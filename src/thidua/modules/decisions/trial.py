"""A test signature in the place of the leader's, in the demonstration alone: so that upload, check and display can be walked through."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.documents.pdf.places import signing_place
from thidua.documents.trial import CannotSign, sign_for_trial
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import VIETNAM, civil_day
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import letters, policy
from thidua.modules.decisions.actions.papers import subject
from thidua.modules.decisions.actions.signing import attach_signed
from thidua.modules.decisions.models import Decision
from thidua.modules.decisions.queries import items_of
from thidua.modules.files.api import path_of
from thidua.modules.organisations.api import Actor, system
from thidua.modules.papers.api import latest
from thidua.modules.papers.models import PaperKind


class CannotTry(Cannot):
    """Nothing is there to sign, or to sign with."""


def perform(decision: Decision) -> None:
    """By the worker; one that was signed meanwhile is left as it is."""
    now = timezone.now()
    if decision.signed_file_id is None:
        attach_trial(decision=decision, actor=system(civil_day(now)), now=now)


@action
def attach_trial(*, decision: Decision, actor: Actor, now: datetime) -> Decision:
    """The decision's paper with a visible test signature, kept as an uploaded copy is."""
    require(policy.may_sign_for_trial(actor, decision))
    paper = latest(PaperKind.DECISION, subject(decision))
    key = Path(settings.TRIAL_KEY_PATH)
    place = signing_place(letters.letter(decision, items_of(decision), civil_day(now)))
    if paper is None or place is None or decision.signer is None or not key.exists():
        raise CannotTry(_("There is no paper to sign, or the test key is missing: ./thidua demo --reset"))
    drawn = path_of(paper.pdf.sha256).read_bytes()
    try:
        signed = sign_for_trial(drawn, key.read_bytes(), place, decision.signer.name, now.astimezone(VIETNAM))
    except CannotSign as failure:
        raise CannotTry(str(failure)) from failure
    return attach_signed(
        decision=decision, content=signed, name=f"QD-{decision.number}-ky-thu.pdf", actor=actor, now=now
    )
