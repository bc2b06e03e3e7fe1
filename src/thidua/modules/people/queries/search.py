"""Finding by name: without diacritics, in any word order; by unit; by the end of a number."""

from functools import reduce

from django.db.models import Q, QuerySet

from thidua.kernel.text import search_words
from thidua.modules.organisations.api import Actor
from thidua.modules.people.models import Collective, Household, Person
from thidua.modules.people.queries.visible import present_in, visible_collectives, visible_households


def matching(words: str, field: str = "search") -> Q:
    """Each word stands somewhere in the folded text."""
    return reduce(lambda found, word: found & Q(**{f"{field}__contains": word}), search_words(words), Q())


def search(actor: Actor, words: str) -> QuerySet[Person]:
    """People of the scope whose name, post or unit holds all the words."""
    return present_in(actor).filter(matching(words)).order_by("sort", "id")


def search_collectives(actor: Actor, words: str) -> QuerySet[Collective]:
    return visible_collectives(actor).filter(matching(words)).order_by("sort", "id")


def search_households(actor: Actor, words: str) -> QuerySet[Household]:
    return visible_households(actor).filter(matching(words)).order_by("sort", "id")
