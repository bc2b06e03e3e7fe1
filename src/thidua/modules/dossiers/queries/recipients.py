"""Whom a unit can propose: its people, its collectives, its households; and their initiatives."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet

from thidua.kernel.text import search_words
from thidua.modules.dossiers.drafts import Recipient
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.models import Closure
from thidua.modules.people.models import Collective, Household, Initiative, Person

RecipientRow: TypeAlias = Person | Collective | Household
MODELS: dict[str, type[RecipientRow]] = {"person": Person, "collective": Collective, "household": Household}
MOST_FOUND = 60


def _of_unit(dossier: Dossier, kind: str) -> QuerySet[Any]:
    """Those of the unit and of what stands below it; a person's second record is left out."""
    below = Closure.objects.filter(ancestor=dossier.organisation_id, until__isnull=True).values("descendant")
    rows = MODELS[kind].objects.select_related("organisation")
    if kind == "person":
        rows = Person.objects.filter(merged_into__isnull=True).select_related("organisation")
    return rows.filter(Q(organisation=dossier.organisation_id) | Q(organisation__in=below))


def recipients_of(dossier: Dossier, wanted: Iterable[Recipient]) -> dict[Recipient, RecipientRow]:
    """The rows of those that belong to the unit, in the order asked."""
    asked = list(dict.fromkeys(wanted))
    found: dict[Recipient, RecipientRow] = {}
    for kind in MODELS:
        ids = [recipient.pk for recipient in asked if recipient.kind == kind]
        rows = _of_unit(dossier, kind).in_bulk(ids) if ids else {}
        found |= {Recipient(kind=kind, pk=pk): row for pk, row in rows.items()}
    return {recipient: found[recipient] for recipient in asked if recipient in found}


def proposable(dossier: Dossier, kind: str, words: str = "") -> list[RecipientRow]:
    """The unit's own recipients of one kind whose names hold all words, without diacritics."""
    rows = _of_unit(dossier, kind)
    for word in search_words(words):
        rows = rows.filter(search__contains=word)
    return list(rows.order_by("sort", "id")[:MOST_FOUND])


def usable_initiatives(candidate: Candidate) -> list[Initiative]:
    """The candidate's own initiatives, the newest first."""
    if candidate.person_id is None:
        return []
    rows = Initiative.objects.filter(authors__person=candidate.person_id).prefetch_related("authors")
    return list(rows.order_by("-year", "id"))
