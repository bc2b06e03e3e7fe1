"""Papers of a decision: the marked draft, the decision with its annex, the certificates."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import letters, policy
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionState
from thidua.modules.decisions.queries import items_of
from thidua.modules.organisations.api import Actor
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind

AT_ONCE = 1_000


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


def certified(decision: Decision) -> list[DecisionItem]:
    """Recipients who get a certificate, in the order of the decision, once they stand in the register."""
    return [
        item
        for item in items_of(decision)
        if item.candidate and letters.has_certificate(item.candidate.honour)
    ]


@action
def draw_certificate(*, item: DecisionItem, actor: Actor, now: datetime) -> Paper:
    """One recipient's certificate, with his number in the register: printed only once it is there."""
    decision = item.decision
    require(policy.may_print(actor, decision))
    _refuse_early(decision)
    if item.candidate is None or not letters.has_certificate(item.candidate.honour):
        raise CannotPrint(_("No certificate goes with this honour."))
    return papers.draw(
        kind=PaperKind.CERTIFICATE,
        letter=letters.certificate(item),
        subject=f"entry:{item.entry_id}",
        title=f"{item.place:03} {item.candidate.name}",
        organisation=decision.organisation,
        actor=actor,
        now=now,
    )


@action
def draw_certificates(*, decision: Decision, actor: Actor, now: datetime) -> Paper:
    """All certificates of a decision as one file to print, in its order."""
    require(policy.may_print(actor, decision))
    _refuse_early(decision)
    items = certified(decision)
    if not items:
        raise CannotPrint(_("No certificate goes with the honours of this decision."))
    if len(items) > AT_ONCE:
        raise CannotPrint(_("More than 1,000 certificates: print them one by one, or split the decision."))
    return papers.draw_certificates(
        letters=[letters.certificate(item) for item in items],
        subject=subject(decision),
        title=f"Giấy khen, bằng chứng nhận theo Quyết định số {letters.number_of(decision)}",
        organisation=decision.organisation,
        actor=actor,
        now=now,
    )


def _refuse_early(decision: Decision) -> None:
    if decision.state != DecisionState.IN_FORCE:
        raise CannotPrint(_("Certificates bear the number in the register: put the decision in force first."))
