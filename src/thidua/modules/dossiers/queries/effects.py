"""How a draft of a local rule would change the answers for candidates of open dossiers."""

from collections import defaultdict
from collections.abc import Iterator

from django.urls import reverse

from thidua import law
from thidua.modules.dossiers.models import Candidate, DossierState
from thidua.modules.dossiers.queries.comparison import Law, judge, proposed
from thidua.modules.dossiers.queries.lists import visible_to
from thidua.modules.dossiers.queries.records import records_for
from thidua.modules.organisations.api import Actor, in_force
from thidua.modules.organisations.models import Closure
from thidua.modules.rulebook.api import Both, Effect

# Of these the comparison is over.
CLOSED = (DossierState.DECIDED, DossierState.FORWARDED, DossierState.WITHDRAWN, DossierState.REFUSED)


def effects(actor: Actor, place_id: int, honours: frozenset[str], both: Both, most: int) -> Iterator[Effect]:
    """The newest first; records are read once for all that close with one year, whatever their number."""
    for year, rows in _by_year(_candidates(actor, place_id, honours, both, most)).items():
        known = records_for(rows, both.on, year)
        for listed in _by_dossier(rows).values():
            before, after = (judge(listed, Law(both.on, book), known) for book in (both.before, both.after))
            for row in listed:
                first, second = before.rows[row.pk].answer, after.rows[row.pk].answer
                if row.honour in honours and (first or second):
                    yield _effect(row, first, second)


def _effect(row: Candidate, before: law.Answer | None, after: law.Answer | None) -> Effect:
    address = f"{reverse('dossiers_show', args=[row.dossier_id])}?ung-vien={row.pk}"
    return Effect(row.name, f"{row.dossier.code} · {row.unit_name}", address, row.honour, before, after)


def _candidates(
    actor: Actor, place_id: int, honours: frozenset[str], both: Both, most: int
) -> list[Candidate]:
    """Whole lists, since lower titles of one file carry the higher ones; those compared with an earlier day
    are not touched.
    """
    below = Closure.objects.filter(in_force(both.on), ancestor=place_id).values("descendant")
    open_ones = visible_to(actor).exclude(state__in=CLOSED).filter(organisation__in=below, judged_on=None)
    touched = open_ones.filter(candidates__honour__in=honours)
    rows = Candidate.objects.filter(dossier__in=touched.values("pk"))
    return list(proposed(rows).order_by("-dossier_id", "place", "id")[:most])


def _by_year(rows: list[Candidate]) -> dict[int | None, list[Candidate]]:
    groups: dict[int | None, list[Candidate]] = defaultdict(list)
    for row in rows:
        period = row.dossier.period
        groups[period.year if period else None].append(row)
    return groups


def _by_dossier(rows: list[Candidate]) -> dict[int, list[Candidate]]:
    groups: dict[int, list[Candidate]] = defaultdict(list)
    for row in rows:
        groups[row.dossier_id].append(row)
    return groups
