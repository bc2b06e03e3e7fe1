"""A body is asked about a dossier and answers: here, or by a letter whose number and day are entered."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.consultations import policy
from thidua.modules.consultations.letters import consultation_letter
from thidua.modules.consultations.models import Consultation, Opinion
from thidua.modules.consultations.states import WORKFLOW
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind, SigningAuthority

CHANGEABLE = frozenset({"body", "body_name", "candidate", "question", "due_on"})


class CannotAsk(Cannot):
    """The letter lacks its body, its question or its days."""


class CannotAnswer(Cannot):
    """The reply lacks its opinion, or its day cannot be right."""


@action
def prepare(
    *,
    dossier: Dossier,
    question: str,
    body: Organisation | None = None,
    body_name: str = "",
    candidate: Candidate | None = None,
    due_on: date | None = None,
    actor: Actor,
    now: datetime,
) -> Consultation:
    """A draft. A body outside the system is named; one inside answers on screen."""
    require(policy.may_prepare(actor, dossier))
    _refuse_past(due_on, civil_day(now))
    row = Consultation(
        dossier=dossier,
        organisation_id=dossier.receiver_id,
        body=body,
        body_name=_addressed(body, body_name),
        candidate=_of(dossier, candidate),
        question=question.strip(),
        due_on=due_on,
        made_by_id=actor.user_id,
        made_at=now,
    )
    row.full_clean()
    row.save()
    return row


def _refuse_past(due_on: date | None, on: date) -> None:
    if due_on is not None and due_on < on:
        raise CannotAsk(_("The day by which to answer is past: choose today or a later day."), field="due_on")


@action
def change(*, consultation: Consultation, actor: Actor, on: date, **values: Any) -> None:
    require(policy.may_change(actor, consultation))
    _refuse_past(values.get("due_on"), on)
    for name in CHANGEABLE & values.keys():
        setattr(consultation, name, values[name])
    consultation.body_name = _addressed(consultation.body, consultation.body_name)
    _of(consultation.dossier, consultation.candidate)
    consultation.full_clean()
    consultation.save()


@action
def draw_letter(
    *, consultation: Consultation, signer: SigningAuthority | None, actor: Actor, on: date, now: datetime
) -> Paper:
    require(policy.may_draw(actor, consultation))
    return papers.draw(
        kind=PaperKind.CONSULTATION_LETTER,
        letter=consultation_letter(consultation, signer, consultation.asked_on or on),
        subject=f"consultation:{consultation.pk}",
        title=_("Letter to %(body)s asking for an opinion") % {"body": consultation.body_name},
        organisation=consultation.organisation,
        actor=actor,
        now=now,
    )


@action
def ask(
    *, consultation: Consultation, letter_number: str, asked_on: date, due_on: date, actor: Actor, on: date
) -> None:
    """The letter has gone out under its number; the body asked sees the question from now on."""
    require(policy.may_step(actor, consultation, "ask"))
    if asked_on > on:
        raise CannotAsk(_("The letter cannot be dated later than today."), field="asked_on")
    if due_on < asked_on:
        raise CannotAsk(_("The answer cannot be due before it is asked for."), field="due_on")
    consultation.letter_number = clean(letter_number)
    consultation.asked_on, consultation.due_on = asked_on, due_on
    consultation.save(update_fields=["letter_number", "asked_on", "due_on"])
    WORKFLOW.move(consultation, "ask")
    events.publish("consultations.asked", consultation.pk)


@action
def answer(
    *, consultation: Consultation, opinion: str, reply: str, reply_number: str = "", actor: Actor, on: date
) -> None:
    """The body asked answers on screen."""
    require(policy.may_step(actor, consultation, "answer"))
    _reply(consultation, opinion, reply, reply_number, on)
    WORKFLOW.move(consultation, "answer")
    events.publish("consultations.answered", consultation.pk)


@action
def record_reply(
    *,
    consultation: Consultation,
    opinion: str,
    reply: str,
    reply_number: str,
    replied_on: date,
    reply_file: StoredFile | None = None,
    actor: Actor,
    on: date,
) -> None:
    """The desk enters the letter that came back: its number, day and opinion, with a scan where there is one."""
    require(policy.may_step(actor, consultation, "record"))
    if not clean(reply_number):
        raise CannotAnswer(_("Enter the number of the reply."), field="reply_number")
    if not (consultation.asked_on or replied_on) <= replied_on <= on:
        raise CannotAnswer(_("The reply is dated between the day of asking and today."), field="replied_on")
    consultation.reply_file = reply_file
    _reply(consultation, opinion, reply, reply_number, replied_on)
    WORKFLOW.move(consultation, "record")
    events.publish("consultations.answered", consultation.pk)


@action
def cancel(*, consultation: Consultation, reason: str, actor: Actor) -> None:
    require(policy.may_step(actor, consultation, "cancel"))
    if not clean(reason):
        raise CannotAsk(_("Give the reason: it is kept in the history."), field="reason")
    WORKFLOW.move(consultation, "cancel")


def _addressed(body: Organisation | None, name: str) -> str:
    """As the letter names it; a body of the system by its own name unless written otherwise."""
    found = clean(name) or (body.name if body else "")
    if not found:
        raise CannotAsk(_("Choose the body to ask, or write its name."), field="body_name")
    return found


def _of(dossier: Dossier, candidate: Candidate | None) -> Candidate | None:
    if candidate and candidate.dossier_id != dossier.pk:
        raise CannotAsk(_("This candidate is not in the dossier."), field="candidate")
    return candidate


def _reply(consultation: Consultation, opinion: str, reply: str, number: str, on: date) -> None:
    if opinion not in Opinion.values:
        raise CannotAnswer(_("Choose the opinion."), field="opinion")
    if opinion in (Opinion.DISAGREES, Opinion.AGREES_IN_PART) and not reply.strip():
        raise CannotAnswer(_("Say why, or which remarks: the appraiser needs it."), field="reply")
    consultation.opinion, consultation.reply = opinion, reply.strip()
    consultation.reply_number, consultation.replied_on = clean(number), on
    consultation.save(update_fields=["opinion", "reply", "reply_number", "replied_on", "reply_file"])
