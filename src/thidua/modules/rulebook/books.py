"""The law of a place: national rules with the stored local ones, composed once and kept."""

from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from thidua import law
from thidua.law.local import LocalRules, parse, read_content
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure, Organisation
from thidua.modules.rulebook.models import LocalRule, RuleState

# What tells one stored version of a rule from another: nothing else of it changes once in force.
Version = tuple[int, str, date | None]


def book(organisation: Organisation | int, on: date) -> law.Book:
    """The law that holds for an organisation, by the province and commune it stood under on the day.

    One question to the database; rules of all days are in the book, since a record reaches back.
    """
    pk = organisation if isinstance(organisation, int) else organisation.pk
    return book_of(tuple(versions(governing(pk, on))))


def governing(organisation_id: int, on: date) -> QuerySet[LocalRule]:
    above = Closure.objects.filter(in_force(on), descendant=organisation_id).values("ancestor")
    return LocalRule.objects.filter(organisation__in=above).exclude(state=RuleState.DRAFT).order_by("pk")


def versions(rules: QuerySet[LocalRule]) -> list[Version]:
    return list(rules.values_list("pk", "digest", "until"))


def book_of(known: tuple[Version, ...], *more: LocalRules) -> law.Book:
    if not known and not more:
        return law.national_book()
    return law.composed((*_kept(known), *more))


@lru_cache(maxsize=256)
def _kept(known: tuple[Version, ...]) -> tuple[LocalRules, ...]:
    texts = dict(LocalRule.objects.filter(pk__in=[pk for pk, _, _ in known]).values_list("pk", "text"))
    return tuple(read(texts[pk], until) for pk, _, until in known)


def read(text: str, until: date | None) -> LocalRules:
    """A stored rule as the law package reads it; its last day may have been set after it came into force."""
    content = parse(text)
    if until is not None and isinstance(content, dict):
        told = {**content["instrument"], "until": until.isoformat()}
        content = {**content, "instrument": told}
    return read_content(content, "")
