"""What consultations offer to pages further left, to the home page and to other bodies."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.consultations import policy, queries
from thidua.modules.consultations.actions.remarks import due_phones
from thidua.modules.consultations.models import Consultation, ConsultationState, Showing
from thidua.modules.dossiers.api import PageAction, Panel, StepNote
from thidua.modules.dossiers.models import Dossier
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.privacy.api import RetentionRule

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for row in queries.to_answer(actor)[:SHOWN]:
        label = _("%(body)s asks for your opinion") % {"body": row.organisation.name}
        yield WaitingItem(label, _url(row), _("Opinions"), row.dossier.code, row.due_on)
    for row in queries.overdue(actor, on)[:SHOWN]:
        label = _("%(body)s has not answered in time") % {"body": row.body_name}
        yield WaitingItem(label, _url(row), _("Opinions"), row.dossier.code, row.due_on)


def waiting_showings(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for remark in queries.remarks_waiting(actor)[:SHOWN]:
        label = _("A remark on candidates shown to the public")
        url = reverse("remarks_show", args=[remark.pk])
        yield WaitingItem(label, url, _("Opinions"), remark.showing.dossier.code, remark.due_on)
    for row in queries.showings_waiting(actor, on)[:SHOWN]:
        label = _("Shown to the public long enough: record the result")
        yield WaitingItem(label, _showing(row), _("Opinions"), row.dossier.code, row.ends_on)


def actions(actor: Actor, dossier: Dossier, on: date) -> Iterator[PageAction]:  # noqa: ARG001 -- slot
    if policy.may_show(actor, dossier):
        yield PageAction(_("Show to the public"), reverse("showings_new", args=[dossier.pk]))


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "consultations_list", queries.to_answer(actor)
    yield "consultations_list", queries.overdue(actor, on)
    yield "consultations_list", queries.remarks_waiting(actor)
    yield "consultations_list", queries.showings_waiting(actor, on)


def panels(actor: Actor, dossier: Dossier, on: date) -> Iterator[Panel]:  # noqa: ARG001 -- slot
    for row in queries.visible_to(actor).filter(dossier=dossier).order_by("id"):
        yield Panel(_("Opinion of %(body)s") % {"body": row.body_name}, _url(row), _detail(row))
    for shown in queries.showings_visible_to(actor).filter(dossier=dossier).order_by("id"):
        detail = shown.result or f"{shown.get_state_display()}, {shown.ends_on:%d/%m/%Y}"
        yield Panel(_("Shown to the public"), _showing(shown), detail)


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
    """The body asked reads the letter that asks it; the notice for the board is no secret within the scope."""
    kind, _colon, key = paper.subject.partition(":")
    if kind == "showing":
        return queries.showings_visible_to(actor).filter(pk=int(key)).exists()
    row = _subject(paper.subject)
    return None if row is None else bool(policy.may_read(actor, row))


def _subject(subject: str) -> Consultation | None:
    kind, _colon, key = subject.removeprefix("paper:").partition(":")
    if kind != "consultation" or not key.isdecimal():
        return None
    return Consultation.objects.filter(pk=int(key)).first()


def _showing(row: Showing) -> str:
    return reverse("showings_show", args=[row.pk])


def _detail(row: Consultation) -> str:
    return str(row.get_opinion_display() or row.get_state_display())


def _url(row: Consultation) -> str:
    return reverse("consultations_show", args=[row.pk])


def retention_rules(now: datetime) -> Iterator[RetentionRule]:
    yield RetentionRule(
        _("Telephone numbers of who remarks on candidates"),
        _("12 months"),
        _("They serve to ask back while the remark is verified."),
        due_phones(now).count(),
    )
