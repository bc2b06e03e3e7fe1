"""What dossiers offer to pages further left, and to the home page."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, TimelineItem, WaitingItem
from thidua.kernel.days import civil_day
from thidua.modules.clusters.api import cards_visible_to
from thidua.modules.clusters.models import ClusterYear, Scorecard
from thidua.modules.dossiers.models import AchievementReport, Candidate, CandidateState, Dossier, DossierState
from thidua.modules.dossiers.policy import ENDED, may_nominate, may_propose_flag
from thidua.modules.dossiers.queries.effects import effects
from thidua.modules.dossiers.queries.grades import grades_read
from thidua.modules.dossiers.queries.lists import (
    found,
    submittals_visible_to,
    visible_to,
    waiting_for,
)
from thidua.modules.exemplars.api import PageAction, Panel
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.privacy.api import Section, Told, section
from thidua.modules.rulebook import api as rulebook
from thidua.modules.rulebook.api import Both, Effect

MOST_WAITING = 50


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    words = {
        DossierState.DRAFT: _("to be finished and handed to the head"),
        DossierState.RETURNED: _("returned: to be supplemented"),
        DossierState.AT_HEAD: _("to be approved and sent"),
    }
    for row in waiting_for(actor).select_related("period").order_by("-changed_at", "-id")[:MOST_WAITING]:
        yield WaitingItem(
            label=row.title,
            url=reverse("dossiers_show", args=[row.pk]),
            kind=_("Dossiers"),
            detail=words[DossierState(row.state)],
            due_on=row.period.closes_on if row.period else None,
        )


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    if actor.organisation_id is not None:
        yield "dossiers_list", waiting_for(actor)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    rows: QuerySet[Dossier] = found(visible_to(actor), words).select_related("organisation")
    for row in rows.order_by("-changed_at", "-id")[:limit]:
        yield Found(
            _("Dossiers"),
            f"{row.code}: {row.title}",
            reverse("dossiers_show", args=[row.pk]),
            f"{row.organisation} · {row.get_state_display()}",
        )


def person_timeline(actor: Actor, person_ids: list[int]) -> Iterator[TimelineItem]:
    """Proposals of which the dossier is in sight; what was conferred stands in the register."""
    rows = Candidate.objects.filter(person__in=person_ids, dossier__in=visible_to(actor))
    rows = rows.exclude(state__in=[CandidateState.DROPPED, CandidateState.GRANTED])
    for row in rows.select_related("dossier__period"):
        yield TimelineItem(
            on=row.dossier.sent_on or civil_day(row.dossier.made_at),
            label=_("Proposed: %(honour)s") % {"honour": rulebook.honour(row.honour).name_vi},
            text=f"{row.dossier.code} · {row.get_state_display()}",
            url=reverse("dossiers_show", args=[row.dossier_id]),
        )


def _asked(subject: str) -> tuple[str, int] | None:
    """The row that a file or paper is about: "dossier:12", "dossier:12/forms", "paper:submittal:3"."""
    kind, _colon, rest = subject.removeprefix("paper:").partition(":")
    key = rest.partition("/")[0]
    return (kind, int(key)) if kind in {"dossier", "submittal"} and key.isdecimal() else None


def _may_read(actor: Actor, subject: str) -> bool | None:
    asked = _asked(subject)
    if asked is None:
        return None
    kind, pk = asked
    rows = visible_to(actor) if kind == "dossier" else submittals_visible_to(actor)
    return rows.filter(pk=pk).exists()


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """Evidence and papers follow the dossier (or the submittal); None for other files."""
    return _may_read(actor, stored.subject)


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    return _may_read(actor, paper.subject)


def exemplar_actions(actor: Actor, exemplar: Exemplar) -> Iterator[PageAction]:
    if may_nominate(actor, exemplar) and not exemplar.dossiers.exclude(state__in=ENDED).exists():
        url = reverse("dossiers_from_exemplar", args=[exemplar.pk])
        yield PageAction(_("Write the dossier"), url)


def exemplar_panels(actor: Actor, exemplar: Exemplar) -> Iterator[Panel]:
    for row in visible_to(actor).filter(exemplar=exemplar).order_by("pk"):
        url = reverse("dossiers_show", args=[row.pk])
        yield Panel(f"{row.code}: {row.title}", url, row.get_state_display())


def rule_effects(
    actor: Actor, place_id: int, honours: frozenset[str], both: Both, most: int
) -> Iterator[Effect]:
    return effects(actor, place_id, honours, both, most)


def _first(actor: Actor, year: ClusterYear) -> QuerySet[Scorecard]:
    """The cards of those who lead, in the actor's sight."""
    return cards_visible_to(actor).filter(year=year, place=1).prefetch_related("dossiers").order_by("pk")


def cluster_year_actions(actor: Actor, year: ClusterYear) -> Iterator[PageAction]:
    for card in _first(actor, year):
        is_open = any(dossier.state not in ENDED for dossier in card.dossiers.all())
        if not is_open and may_propose_flag(actor, card):
            url = reverse("dossiers_from_result", args=[card.pk])
            yield PageAction(_("Propose Cờ thi đua for %(unit)s") % {"unit": card.member.name}, url)


def cluster_year_panels(actor: Actor, year: ClusterYear) -> Iterator[Panel]:
    for row in visible_to(actor).filter(scorecard__year=year).order_by("pk"):
        url = reverse("dossiers_show", args=[row.pk])
        yield Panel(f"{row.code}: {row.title}", url, row.get_state_display())


def grades_used(ids: Collection[int]) -> Iterator[str]:
    """By name, whose grades of these have served a dossier."""
    return grades_read(ids)


def person_data(ids: list[int]) -> Iterator[Section]:
    """Proposals, and what the report of each says; opinions and votes of others were given in confidence."""
    rows = Candidate.objects.filter(person__in=ids).select_related("dossier").order_by("pk")
    honour = Told(_("Honour"), lambda row: rulebook.honour(row.honour).name_vi)
    yield from section(
        _("Proposals of commendation"),
        rows,
        Told(_("Dossier"), lambda row: row.dossier),
        honour,
        "achievement",
        "state",
        "outcome_reason",
    )
    reports = AchievementReport.objects.filter(candidate__in=rows).select_related("candidate__dossier")
    said = [
        (str(one.candidate.dossier), str(text)) for one in reports for text in one.sections.values() if text
    ]
    if said:
        yield Section(_("Achievement reports"), (_("Dossier"), _("Text of the report")), tuple(said))
