"""The list of households of a residential group: who is known already, who stands on it, what the law says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.kernel.text import fold, search_words
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, HouseholdReview
from thidua.modules.dossiers.pasted import Row
from thidua.modules.dossiers.queries.comparison import law_for, question_for
from thidua.modules.dossiers.queries.records import key_of, records_for
from thidua.modules.organisations.models import Kind
from thidua.modules.people.models import Household

BY_NAME = ("household__sort", "id")


@dataclass(frozen=True, slots=True)
class Match:
    """A line of the paste and the household of the records that it is; `alike` have the same head elsewhere."""

    row: Row
    known: Household | None
    alike: tuple[Household, ...] = ()


def keeps_list(dossier: Dossier) -> bool:
    """Does the dossier come from a residential group, or hold a list already?"""
    return dossier.organisation.kind == Kind.NEIGHBOURHOOD or dossier.household_reviews.exists()


def matched(dossier: Dossier, rows: Sequence[Row]) -> list[Match]:
    """By head and address without diacritics; by the head alone where one of the two has no address."""
    heads: dict[str, list[Household]] = defaultdict(list)
    for household in Household.objects.filter(organisation=dossier.organisation_id).order_by("id"):
        heads[fold(household.head_name)].append(household)
    return [_match(row, heads.get(fold(row.head), [])) for row in rows]


def _match(row: Row, named: list[Household]) -> Match:
    address = fold(row.address)
    exact = [one for one in named if fold(one.address) == address]
    if exact:
        return Match(row, exact[0])
    loose = [one for one in named if not address or not one.address]
    if len(named) == 1 and loose:
        return Match(row, loose[0])
    return Match(row, None, tuple(named))


def reviews(dossier: Dossier) -> QuerySet[HouseholdReview]:
    return HouseholdReview.objects.filter(dossier=dossier).select_related("household", "candidate")


def found(rows: QuerySet[HouseholdReview], words: str) -> QuerySet[HouseholdReview]:
    for word in search_words(words):
        rows = rows.filter(household__search__contains=word)
    return rows


def counts(dossier: Dossier) -> dict[str, int]:
    """How many are proposed and how many left out."""
    n: dict[str, int] = HouseholdReview.objects.filter(dossier=dossier).aggregate(
        proposed=Count("pk", filter=Q(candidate__isnull=False)),
        left_out=Count("pk", filter=Q(candidate__isnull=True)),
    )
    return n


def one_by_one(dossier: Dossier) -> QuerySet[Candidate]:
    """The candidates that stand in the dossier's own table: those of the list of households have pages of their own."""
    listed = HouseholdReview.objects.filter(candidate=OuterRef("pk"))
    return dossier.candidates.exclude(Exists(listed))


def listed_ids(dossier: Dossier) -> set[int]:
    """Candidates whom the group's meeting answered for on its list, household by household."""
    return set(dossier.candidates.filter(household_review__isnull=False).values_list("pk", flat=True))


def candidates_of_list(dossier: Dossier) -> list[Candidate]:
    rows = dossier.candidates.filter(household_review__isnull=False).exclude(state=CandidateState.DROPPED)
    return list(rows.select_related("household", "person", "dossier__period").order_by("place", "id"))


def swept(candidates: Sequence[Candidate], on: date) -> Mapping[int, law.Verdict]:
    """The law's answer for all of them at once; unknown where the law that is loaded gives none."""
    if not candidates:
        return {}
    dossier = candidates[0].dossier
    by = law_for(dossier, on)
    records = records_for(candidates, by.on, dossier.period.year if dossier.period else None)
    questions = [question_for(one, records[key_of(one)], by.on) for one in candidates]
    try:
        answers = law.sweep(by.book, questions)
    except Cannot:
        return dict.fromkeys((one.pk for one in candidates), law.Verdict.UNKNOWN)
    return {one.pk: answers.at(n) for n, one in enumerate(candidates)}


def tally(answers: Iterable[law.Verdict]) -> dict[str, int]:
    listed = list(answers)
    return {verdict.value: listed.count(verdict) for verdict in law.Verdict}
