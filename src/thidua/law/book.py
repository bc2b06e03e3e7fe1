"""The rules in force, national and a place's own, under one digest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any

from thidua.kernel.errors import Cannot
from thidua.kernel.hashing import canonical, sha256
from thidua.law.files import text_of
from thidua.law.honours import CannotFindHonour, Honour, catalogue
from thidua.law.instruments import Instrument, instruments
from thidua.law.local.composing import compose
from thidua.law.local.rules import LocalPapers, LocalRules
from thidua.law.local.shelf import shipped
from thidua.law.parameters import Dated, has_parameter, parameter, parameter_names
from thidua.law.rules import NATIONAL, Rule

SOURCES = (
    "honours.yaml",
    "instruments.yaml",
    "authority.yaml",
    "competence.yaml",
    "papers.yaml",
    "deadlines.yaml",
)


class CannotAnswer(Cannot):
    """The law that is loaded doesn't reach this question."""


@dataclass(frozen=True, eq=False)
class Book:
    """`shelf` holds the local rules of all places, `local` those of the book's own place."""

    rules: tuple[Rule, ...]
    digest: str
    place: str | None = None
    local: tuple[LocalRules, ...] = ()
    shelf: tuple[LocalRules, ...] = ()

    def at(self, place: str | None) -> "Book":
        """The same national rules with those of a place put in; of a commune also its province's."""
        if place is None or place == self.place:
            return self
        return _composed(self, place)

    @cached_property
    def honours(self) -> dict[str, Honour]:
        """The catalogue with the place's own honours behind it."""
        own = {item.honour.code: item.honour for rules in self.local for item in rules.honours}
        return {**catalogue(), **own}

    def honour(self, code: str) -> Honour:
        try:
            return self.honours[code]
        except KeyError:
            sentence = f"Không có danh hiệu hoặc hình thức khen thưởng mang mã «{code}»."
            raise CannotFindHonour(sentence, field="honour") from None

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        return {**instruments(), **{rules.number: rules.instrument for rules in self.local}}

    def standing(self, on: date) -> Iterator[LocalRules]:
        return (rules for rules in self.local if rules.holds_on(on))

    def value(self, name: str, on: date, level: str | None = None) -> Dated | None:
        """A dated value, the place's own first; None when nothing is loaded for the name or the day."""
        local = self.local_value(name, on, level)
        if local or not has_parameter(name):
            return local
        found = parameter(name)
        return found.on(on) if found.values[0].since <= on else None

    def local_value(
        self, name: str, on: date, level: str | None = None, kind: str | None = None
    ) -> Dated | None:
        """What the place itself has set, for an office's level or a kind of recipient where it says so."""
        for rules in self.standing(on):
            for item in rules.values:
                if item.serves(name, level, kind):
                    return Dated(rules.since, item.value, item.cite, item.confidence)
        return None

    def local_terms(self, step: str, on: date) -> list[dict[str, Any]]:
        return [term.row for rules in self.standing(on) for term in rules.deadlines if term.step == step]

    def local_papers(self, honour: str, on: date) -> LocalPapers | None:
        found = (papers for rules in self.standing(on) for papers in rules.papers)
        return next((papers for papers in found if papers.honour == honour), None)

    def covers(self, honour: str, kind: str) -> bool:
        return any(rule.honour == honour and rule.kind == kind for rule in self.rules)

    @cached_property
    def _by_recipient(self) -> dict[tuple[str, str], tuple[Rule, ...]]:
        found: dict[tuple[str, str], tuple[Rule, ...]] = {}
        for rule in self.rules:
            key = (rule.honour, rule.kind)
            found[key] = (*found.get(key, ()), rule)
        return found

    def dated(self, honour: str, kind: str) -> tuple[Rule, ...]:
        return self._by_recipient.get((honour, kind), ())

    def rule(self, honour: str, kind: str, on: date) -> Rule:
        """The one rule for an honour and a kind of recipient on a day; refuses before the first."""
        dated = self.dated(honour, kind)
        if not dated:
            name = self.honour(honour).name_vi
            sentence = f"Chưa có quy tắc về tiêu chuẩn «{name}» cho đối tượng này."
            raise CannotAnswer(sentence, field="honour")
        found = [rule for rule in dated if rule.holds_on(on)]
        if not found:
            raise CannotAnswer(no_rule_on(on, dated), field="on")
        return found[0]


def no_rule_on(on: date, dated: tuple[Rule, ...]) -> str:
    """Before the first rule, or between two instruments that are loaded."""
    ended = [rule.until for rule in dated if rule.until and rule.until <= on]
    if not ended:
        return before_horizon(on, min(rule.since for rule in dated))
    return (
        f"Chưa nạp quy tắc cho ngày {on:%d/%m/%Y}: quy tắc đã nạp hết hiệu lực từ {max(ended):%d/%m/%Y}. "
        "Chọn ngày khác hoặc nạp văn bản của ngày đó."
    )


def before_horizon(on: date, first: date) -> str:
    return (
        f"Ngày {on:%d/%m/%Y} trước ngày {first:%d/%m/%Y}, ngày đầu tiên mà quy tắc có căn cứ. "
        "Chọn ngày muộn hơn hoặc tra văn bản gốc."
    )


def digest_of(rules: tuple[Rule, ...]) -> str:
    names = (*SOURCES, *(f"parameters/{name}.yaml" for name in parameter_names()))
    content = {name: text_of(name) for name in names}
    return sha256(canonical({**content, "rules": [repr(rule) for rule in rules]}))


@cache
def national_book() -> Book:
    """National rules alone; `at` puts in those of a place that ship with the package."""
    return Book(NATIONAL, digest_of(NATIONAL), shelf=shipped())


def book_for(place: str | None, local: Iterable[LocalRules]) -> Book:
    """The book of a place over a shelf of one's own."""
    national = national_book()
    return Book(national.rules, national.digest, shelf=tuple(local)).at(place)


@lru_cache(maxsize=256)
def _composed(book: Book, place: str) -> Book:
    """Composed once for each place: a comparison takes what is ready."""
    local = tuple(rules for rules in book.shelf if serves(rules.place, place))
    return replace(composed(local), place=place, shelf=book.shelf)


def serves(ruled: str, place: str) -> bool:
    """A province's rule serves its communes."""
    return ruled == place or place.startswith(f"{ruled}/")


def composed(local: tuple[LocalRules, ...]) -> Book:
    """The national rules with these, whatever place they are of; the same rules give the same book."""
    return _put_together(local) if local else national_book()


@lru_cache(maxsize=256)
def _put_together(local: tuple[LocalRules, ...]) -> Book:
    national = national_book()
    digests = {"national": national.digest, "local": sorted(rules.digest for rules in local)}
    return Book(compose(national.rules, local), sha256(canonical(digests)), local[0].place, local)
