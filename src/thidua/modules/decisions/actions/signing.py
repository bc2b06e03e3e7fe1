"""From the signer's desk to the records office: number and day as given, the signed copy."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import policy
from thidua.modules.decisions.actions.drafting import held
from thidua.modules.decisions.actions.papers import draw_decision
from thidua.modules.decisions.competence import may_confer
from thidua.modules.decisions.models import Decision, DecisionKind
from thidua.modules.decisions.prizes import reprice
from thidua.modules.decisions.queries import items_of, out_of_order, same_number
from thidua.modules.decisions.states import WORKFLOW
from thidua.modules.files.api import store
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.rulebook import api as rulebook


class CannotNumber(Cannot):
    """The number or day cannot stand on the decision."""


class CannotAttach(Cannot):
    """The signed copy is not taken."""


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def _signed(decision: Decision) -> str:
    """The day of a decision that has its number."""
    assert decision.signed_on is not None
    return _day(decision.signed_on)


def oddities(decision: Decision, number: int, signed_on: date) -> Iterator[str]:
    """What is unusual about a number and day: shown, and a reason asked; never corrected here."""
    if contrary := out_of_order(decision, number, signed_on):
        yield _("Number %(number)s was signed on %(day)s: number and day do not follow each other.") % {
            "number": contrary.number,
            "day": _signed(contrary),
        }
    if signed_on < civil_day(decision.made_at):
        yield _("The day is earlier than the draft, made on %(day)s.") % {
            "day": _day(civil_day(decision.made_at))
        }
    if (voted := _last_vote(decision)) and signed_on < voted:
        yield _("The day is earlier than the council's vote on %(day)s.") % {"day": _day(voted)}


def _last_vote(decision: Decision) -> date | None:
    held_on = "candidate__agenda_item__sitting__held_on"
    return (
        decision.items.order_by(f"-{held_on}")
        .values_list(held_on, flat=True)
        .exclude(**{held_on: None})
        .first()
    )


def _refuse(decision: Decision, number: int, signed_on: date, on: date) -> None:
    if signed_on > on:
        raise CannotNumber(_("The day of signing lies in the future."), field="signed_on")
    if other := same_number(decision, number, signed_on):
        raise CannotNumber(
            _("Decision number %(number)s was used on %(day)s. Choose another number, or open that decision.")
            % {"number": number, "day": _signed(other)},
            field="number",
        )


def _refuse_signer(signer: SigningAuthority, decision: Decision, signed_on: date) -> None:
    holds = signer.since <= signed_on and (signer.until is None or signed_on < signer.until)
    if signer.organisation_id != decision.organisation_id or not holds:
        raise CannotNumber(
            _(
                "%(name)s had no authority to sign on %(day)s. Choose who signed, or enter the authority first."
            )
            % {"name": signer.name, "day": _day(signed_on)},
            field="signer",
        )


def _refuse_power(decision: Decision, signed_on: date) -> None:
    if decision.kind != DecisionKind.GRANT:
        return
    codes = set(decision.items.values_list("candidate__honour", flat=True))
    if beyond := codes - may_confer(decision.organisation, signed_on):
        names = ", ".join(rulebook.honour(code).name_vi for code in sorted(beyond))
        raise CannotNumber(
            _("On %(day)s the head of this body could not confer: %(honours)s.")
            % {"day": _day(signed_on), "honours": names},
            field="signed_on",
        )


@action
def enter_number(
    *,
    decision: Decision,
    number: int,
    signed_on: date,
    signer: SigningAuthority,
    late_reason: str,
    actor: Actor,
    on: date,
    now: datetime,
) -> Decision:
    """Type what the records office gave. The prizes are those of that day, and the paper is drawn."""
    row = held(decision)
    require(policy.may_move(actor, row, "number"))
    _refuse(row, number, signed_on, on)
    _refuse_signer(signer, row, signed_on)
    _refuse_power(row, signed_on)
    if (odd := list(oddities(row, number, signed_on))) and not late_reason.strip():
        raise CannotNumber(" ".join([*odd, _("Give the reason.")]), field="late_reason")
    row.number, row.signed_on, row.signer = number, signed_on, signer
    row.late_reason = late_reason.strip()[:200]
    row.full_clean(exclude=["search"], validate_constraints=False)
    row.save()
    WORKFLOW.move(row, "number")
    if row.kind == DecisionKind.GRANT:
        reprice(items_of(row), signed_on)
    draw_decision(decision=row, actor=actor, on=on, now=now)
    events.publish("decisions.numbered", row.pk, actor=actor.user_id)
    return row


@action
def attach_signed(*, decision: Decision, content: bytes, name: str, actor: Actor, now: datetime) -> Decision:
    """Keep the signed copy (PDF) that came back from the signer."""
    row = held(decision)
    require(policy.may_attach(actor, row))
    if not content.startswith(b"%PDF-"):
        raise CannotAttach(_("Upload the signed copy as a PDF file (scan at 200 dpi or more)."), field="file")
    row.signed_file = store(
        content=content,
        name=name,
        organisation=row.organisation,
        subject=f"decision:{row.pk}",
        actor=actor,
        now=now,
    )
    row.save(update_fields=["signed_file"])
    return row
