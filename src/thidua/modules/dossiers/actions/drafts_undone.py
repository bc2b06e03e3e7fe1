"""Drafts that a list has made leave again, as long as nobody has worked on them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.evidence import subject_of
from thidua.modules.dossiers.models import Candidate, Dossier, DossierState
from thidua.modules.dossiers.policy import may_create
from thidua.modules.intake.api import require_unchanged, take_back
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper


class CannotDeleteDrafts(Cannot):
    """One of them was handed on, or has papers."""


@action
def delete_drafts(*, ids: Sequence[int], actor: Actor) -> None:
    """All of them or none; the history keeps them, and their numbers are not given again."""
    rows = list(Dossier.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))
    for unit in {row.organisation_id for row in rows}:
        require(may_create(actor, unit))
    _refuse_used(rows)
    candidates = list(
        Candidate.objects.select_for_update(of=("self",))
        .filter(dossier__in=ids)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    require_unchanged(Dossier, ids)
    require_unchanged(Candidate, candidates)
    take_back(Candidate, candidates)
    take_back(Dossier, ids)


def _refuse_used(rows: Sequence[Dossier]) -> None:
    """Papers name their dossier by words, so no constraint holds it for them."""
    drawn = set(Paper.objects.filter(subject__in=map(subject_of, rows)).values_list("subject", flat=True))
    for row in rows:
        if row.state != DossierState.DRAFT or subject_of(row) in drawn:
            told = {"code": row.code, "state": row.get_state_display()}
            raise CannotDeleteDrafts(
                _(
                    "Dossier %(code)s (%(state)s) was worked on since, so this list cannot be taken back any more."
                )
                % told
            )
