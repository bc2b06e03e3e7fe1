"""Papers of a decision: the marked draft, the decision with its annex."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import letters
from thidua.modules.decisions.models import Decision
from thidua.modules.decisions.queries import items_of
from thidua.modules.organisations.api import Actor
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind


class CannotPrint(Cannot):
    """There is nothing to print, or not yet."""


def subject(decision: Decision) -> str:
    return f"decision:{decision.pk}"


@action
def draw_decision(*, decision: Decision, actor: Actor, on: date, now: datetime) -> Paper:
    """The decision as it stands: marked DỰ THẢO until its number exists."""
    items = items_of(decision)
    if not items:
        raise CannotPrint(_("Add at least one recipient."))
    number = letters.number_of(decision)
    return papers.draw(
        kind=PaperKind.DECISION,
        letter=letters.letter(decision, items, on),
        subject=subject(decision),
        title=f"Quyết định số {number}",
        organisation=decision.organisation,
        actor=actor,
        now=now,
    )
