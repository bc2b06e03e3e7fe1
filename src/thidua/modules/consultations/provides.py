"""What consultations offer to pages further left, to the home page and to other bodies."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.consultations import policy, queries
from thidua.modules.consultations.models import Consultation, ConsultationState
from thidua.modules.dossiers.api import Panel, StepNote
from thidua.modules.dossiers.models import Dossier
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for row in queries.to_answer(actor)[:SHOWN]:
        label = _("%(body)s asks for your opinion") % {"body": row.organisation.name}
        yield WaitingItem(label, _url(row), _("Opinions"), row.dossier.code, row.due_on)
    for row in queries.overdue(actor, on)[:SHOWN]:
        label = _("%(body)s has not answered in time") % {"body": row.body_name}
        yield WaitingItem(label, _url(row), _("Opinions"), row.dossier.code, row.due_on)


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "consultations_list", queries.to_answer(actor)
    yield "consultations_list", queries.overdue(actor, on)


def panels(actor: Actor, dossier: Dossier, on: date) -> Iterator[Panel]:  # noqa: ARG001 -- slot
    for row in queries.visible_to(actor).filter(dossier=dossier).order_by("id"):
        yield Panel(_("Opinion of %(body)s") % {"body": row.body_name}, _url(row), _detail(row))


def notes(actor: Actor, dossier: Dossier, on: date) -> Iterator[StepNote]:  # noqa: ARG001 -- slot
    states = list(
        dossier.consultations.exclude(state=ConsultationState.CANCELLED).values_list("state", flat=True)
    )
    if states:
        said = {"n": states.count(ConsultationState.ANSWERED), "all": len(states)}
        yield StepNote("opinions", _("%(n)s of %(all)s answered") % said)


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """The scan of a reply follows its consultation."""
    row = _subject(stored.subject)
    return None if row is None else bool(policy.may_read(actor, row))


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    """The body asked reads the letter that asks it."""
    row = _subject(paper.subject)
    return None if row is None else bool(policy.may_read(actor, row))


def _subject(subject: str) -> Consultation | None:
    kind, _colon, key = subject.removeprefix("paper:").partition(":")
    if kind != "consultation" or not key.isdecimal():
        return None
    return Consultation.objects.filter(pk=int(key)).first()


def _detail(row: Consultation) -> str:
    return str(row.get_opinion_display() or row.get_state_display())


def _url(row: Consultation) -> str:
    return reverse("consultations_show", args=[row.pk])
