"""What oversight offers to the home page, the menu, the files and the papers."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.dossiers.api import PageAction
from thidua.modules.dossiers.models import Dossier
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.oversight import policy, queries
from thidua.modules.oversight.models import Shortcoming
from thidua.modules.papers.models import Paper

SHOWN = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for row in queries.waiting_for(actor).order_by("-found_on", "-pk")[:SHOWN]:
        kind, detail = _("Signs to be reviewed"), f"{row.organisation} · {row.get_state_display()}"
        yield WaitingItem(row.label, reverse("signals_show", args=[row.pk]), kind, detail)
    for owed in queries.owed_by(actor).order_by("due_on", "pk")[:SHOWN]:
        yield _remedy(owed, _("to be remedied"), owed.due_on)
    for done in queries.to_close(actor).order_by("due_on", "pk")[:SHOWN]:
        yield _remedy(done, _("remedied? To be closed"), None)
    for letter in queries.letters_waiting_for(actor).order_by("received_on", "pk")[:SHOWN]:
        url = reverse("complaints_show", args=[letter.pk])
        detail = str(letter.get_state_display())
        yield WaitingItem(letter.code, url, _("Complaints and denunciations"), detail, letter.due_on)


def _remedy(row: Shortcoming, detail: str, due_on: date | None) -> WaitingItem:
    url = reverse("shortcomings_show", args=[row.pk])
    return WaitingItem(row.title, url, _("Shortcomings and remedies"), detail, due_on)


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "signals_list", queries.waiting_for(actor)
    yield "shortcomings_list", queries.owed_by(actor)
    yield "shortcomings_list", queries.to_close(actor)
    yield "complaints_list", queries.letters_waiting_for(actor)


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """A proof follows its shortcoming."""
    kind, _colon, key = stored.subject.partition(":")
    if kind != "shortcoming" or not key.isdecimal():
        return None
    return queries.shortcomings_visible_to(actor).filter(pk=int(key)).exists()


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    kind, _colon, key = paper.subject.partition(":")
    if kind not in PAPERS or not key.isdecimal():
        return None
    return PAPERS[kind](actor, int(key))


def _conclusion(actor: Actor, pk: int) -> bool:
    """The unit reads it once it is concluded."""
    row = queries.inspections_visible_to(actor).filter(pk=pk).first()
    return row is not None and queries.reads_findings(actor, row)


PAPERS: dict[str, Callable[[Actor, int], bool]] = {
    "remedy_plan": lambda actor, pk: queries.plans_visible_to(actor).filter(pk=pk).exists(),
    "inspection_plan": lambda actor, pk: queries.inspection_plans_visible_to(actor).filter(pk=pk).exists(),
    "inspection": _conclusion,
}


def dossier_actions(actor: Actor, dossier: Dossier, on: date) -> Iterator[PageAction]:  # noqa: ARG001 -- slot
    if policy.may_pack(actor, dossier):
        yield PageAction(_("Evidence pack"), reverse("inspections_pack", args=[dossier.pk]))
