"""Whose law is looked up: the nation's, that of a place that ships, or of the body one acts for."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from thidua import law
from thidua.foundation.screens import Request
from thidua.modules.rulebook import books
from thidua.modules.rulebook.words import place_name, places

# In addresses: the rules that stand at the body one acts for. Without the word they are meant too.
OWN = "don-vi"


@dataclass(frozen=True, slots=True)
class Whose:
    """`code` stands in the address; `given` where somebody chose it there."""

    code: str
    book: law.Book
    label: str
    given: bool

    @property
    def words(self) -> dict[str, str]:
        return {"noi": self.code} if self.given else {}

    def standing(self, on: date) -> list[law.LocalRules]:
        return list(self.book.standing(on))


def asked(request: Request) -> Whose:
    """A place nobody knows is taken for the nation."""
    given = request.GET.get("noi")
    known = {code for code, _label in choices(request)}
    code = given if given in known else (OWN if given is None and OWN in known else "")
    return Whose(code, _book(request, code), _label(request, code), given is not None)


def _book(request: Request, code: str) -> law.Book:
    actor = request.actor
    if code == OWN and actor is not None and actor.organisation is not None:
        return books.book(actor.organisation, request.today)
    return law.national_book().at(code or None)


def choices(request: Request) -> list[tuple[str, str | Promise]]:
    nation, *shipped = places()
    actor = request.actor
    if actor is None or actor.organisation is None:
        return [nation, *shipped]
    own = (OWN, _("in force at %(name)s") % {"name": actor.organisation.name})
    return [own, nation, *shipped]


def _label(request: Request, code: str) -> str:
    actor = request.actor
    if code == OWN and actor is not None and actor.organisation is not None:
        return str(actor.organisation.name)
    return place_name(code)
