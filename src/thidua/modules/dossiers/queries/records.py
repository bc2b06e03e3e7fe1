"""What is known of the candidates of a list, in the shape the law reads."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from thidua.modules.clusters import api as clusters
from thidua.modules.dossiers.models import Candidate
from thidua.modules.people.models import Collective
from thidua.modules.register import api as register

Key = tuple[str, int]
KINDS = {"person": "individual", "collective": "collective", "household": "household"}


def key_of(candidate: Candidate) -> Key:
    """Which of the three kinds of recipient it is, and its id."""
    for kind in KINDS:
        if pk := getattr(candidate, f"{kind}_id"):
            return kind, pk
    raise ValueError(candidate.pk)


def records_for(candidates: Iterable[Candidate], on: date, year: int | None) -> Mapping[Key, dict[str, Any]]:
    """One record for each recipient; a list that is absent is unknown. The number of queries does not grow."""
    keys = {key_of(candidate) for candidate in candidates}
    ids = {kind: sorted(pk for of_kind, pk in keys if of_kind == kind) for kind in KINDS}
    wanted = register.Recipients(ids["person"], ids["collective"], ids["household"])
    records = register.records_for(wanted, on=on, year=year)
    if year is not None and ids["collective"]:
        _add_blocks(records, ids["collective"], year)
    return records


def _add_blocks(records: Mapping[Key, dict[str, Any]], collective_ids: Iterable[int], year: int) -> None:
    """Of a whole unit: did it lead its cluster or block that year? Unknown where no result was announced."""
    wholes = Collective.objects.filter(pk__in=collective_ids, is_whole=True)
    units = dict(wholes.values_list("pk", "organisation"))
    leads = clusters.leaders(units.values(), year)
    for pk, unit in units.items():
        if unit in leads:
            records["collective", pk]["collective"]["leads_block"] = leads[unit]
