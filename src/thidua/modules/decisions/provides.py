"""What decisions offer to pages further left, and to the home page."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.documents.wording import document_number
from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.decisions import policy, queries
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.decisions.queries import timeliness
from thidua.modules.decisions.states import CLERK, DESK, SIGNERS
from thidua.modules.dossiers.api import PageAction, Panel, StepNote
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.register.models import Entry

S = DecisionState
# Which states wait for which roles.
WAITS = ((SIGNERS, (S.WITH_LEADER,)), (CLERK, (S.WITH_LEADER, S.NUMBERED)), (DESK, (S.DRAFT,)))


def _states(actor: Actor) -> set[str]:
    return {state for roles, states in WAITS if actor.roles & roles for state in states}


def _own(actor: Actor) -> Q:
    return Q(organisation=actor.organisation_id, state__in=_states(actor))


def _words(decision: Decision, actor: Actor) -> str:
    if decision.state == S.DRAFT:
        return _("draft to be finished")
    if decision.state == S.NUMBERED:
        return _("upload the signed copy and put it in force")
    return _("enter number and day after signing") if actor.has(*CLERK) else _("waits for the signature")


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    if actor.organisation is None:
        return
    if policy.may_draft(actor, actor.organisation):
        n = sum(len(group.candidates) for group in queries.eligible(actor.organisation, on))
        if n:
            label = _("%(n)s candidates wait for a decision") % {"n": n}
            yield WaitingItem(label, reverse("decisions_new"), _("Decisions"))
    for decision in Decision.objects.filter(_own(actor)).order_by("made_at", "id"):
        url = reverse("decisions_show", args=[decision.pk])
        yield WaitingItem(decision.title, url, _("Decisions"), _words(decision, actor))


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    if _states(actor):
        yield "decisions_list", Decision.objects.filter(_own(actor))


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    for decision in queries.found(queries.visible_to(actor), words).order_by("-made_at", "-id")[:limit]:
        number = f"{document_number(decision.number, decision.symbol)}: " if decision.number else ""
        yield Found(
            _("Decisions"),
            f"{number}{decision.title}",
            reverse("decisions_show", args=[decision.pk]),
            decision.get_state_display(),
        )


def _decision_id(subject: str) -> int | None:
    kind, _colon, key = subject.removeprefix("paper:").partition(":")
    return int(key) if kind == "decision" and key.isdecimal() else None


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """The signed copy follows the decision."""
    pk = _decision_id(stored.subject)
    return None if pk is None else queries.visible_to(actor).filter(pk=pk).exists()


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    """A unit reads the decision that concerns it."""
    if (pk := _decision_id(paper.subject)) is None:
        return None
    is_for = paper.kind == "decision" or actor.covers(paper.organisation_id)
    return is_for and queries.visible_to(actor).filter(pk=pk).exists()


def _of_dossier(actor: Actor, dossier: Dossier) -> QuerySet[Decision]:
    rows = queries.visible_to(actor).filter(items__candidate__dossier=dossier)
    return rows.exclude(state=S.CANCELLED).distinct().order_by("id")


def panels(actor: Actor, dossier: Dossier, on: date) -> Iterator[Panel]:  # noqa: ARG001 -- slot
    """The decisions that concern a dossier, on its page."""
    for decision in _of_dossier(actor, dossier):
        number = f"{document_number(decision.number, decision.symbol)}: " if decision.number else ""
        url = reverse("decisions_show", args=[decision.pk])
        yield Panel(f"{number}{decision.title}", url, decision.get_state_display())


def time_panels(actor: Actor, dossier: Dossier, on: date) -> Iterator[Panel]:  # noqa: ARG001 -- slot
    """How many days each step of a dossier took; of its candidates, whoever waited longest for a decision."""
    found = list(timeliness.times_of(dossier.candidates.exclude(state=CandidateState.DROPPED)).values())
    if found and (dossier.sent_on or found[0].tip):
        latest = max(found, key=lambda times: times.decision or date.min)
        yield Panel(_("Timeliness of commendation"), reverse("decisions_timeliness"), time_in_words(latest))


def entry_notes(entry: Entry) -> Iterator[str]:
    """The same of one award, on its page."""
    for times in timeliness.times_of(Candidate.objects.filter(decision_items__entry=entry)).values():
        yield time_in_words(times)


def time_in_words(times: timeliness.Times) -> str:
    """As “Counted from the deed on 12/11/2026: tip after 2 days · proposal after 5 days”."""
    labels = {
        "tip": _("told of"),
        "proposal": _("proposal"),
        "decision": _("decision"),
        "conferral": _("conferral"),
    }
    begun = (
        _("Counted from the deed on %(day)s")
        if times.is_deed
        else _("Counted from the end of the period, %(day)s")
    )
    took = [
        _("%(step)s after %(n)s days") % {"step": labels[step], "n": n}
        for step in timeliness.STEPS
        if (n := times.days(step)) is not None
    ]
    return f"{begun % {'day': date_format(times.since, 'SHORT_DATE_FORMAT')}}: {' · '.join(took)}"


def notes(actor: Actor, dossier: Dossier, on: date) -> Iterator[StepNote]:  # noqa: ARG001 -- slot
    """The day of the decision, in the step bar of a dossier that the actor sees."""
    in_force = Decision.objects.filter(items__candidate__dossier=dossier, state=S.IN_FORCE)
    last = in_force.order_by("-pk").values_list("signed_on", flat=True).first()
    if last:
        yield StepNote("decision", date_format(last, "SHORT_DATE_FORMAT"))


def actions(actor: Actor, dossier: Dossier, on: date) -> Iterator[PageAction]:  # noqa: ARG001 -- slot
    """On the page of a dossier that has been voted on: on to the decision."""
    if dossier.state == DossierState.VOTED and policy.may_draft(actor, dossier.receiver):
        yield PageAction(_("Draft a decision"), reverse("decisions_new"), is_primary=True)
