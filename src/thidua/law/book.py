"""The rules in force, national and (later) local, under one digest."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua.kernel.errors import Cannot
from thidua.kernel.hashing import canonical, sha256
from thidua.law.files import text_of
from thidua.law.honours import Honour, catalogue
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


@dataclass(frozen=True)
class Book:
    rules: tuple[Rule, ...]
    digest: str

    @property
    def honours(self) -> dict[str, Honour]:
        return catalogue()

    def value(self, name: str, on: date) -> Dated | None:
        """A dated value; None when nothing is loaded under the name or for the day."""
        if not has_parameter(name):
            return None
        found = parameter(name)
        return found.on(on) if found.values[0].since <= on else None

    def covers(self, honour: str, kind: str) -> bool:
        return any(rule.honour == honour and rule.kind == kind for rule in self.rules)

    def dated(self, honour: str, kind: str) -> tuple[Rule, ...]:
        return tuple(r for r in self.rules if r.honour == honour and r.kind == kind)

    def rule(self, honour: str, kind: str, on: date) -> Rule:
        """The one rule for an honour and a kind of recipient on a day; refuses before the first."""
        dated = self.dated(honour, kind)
        if not dated:
            name = catalogue()[honour].name_vi
            sentence = f"Chưa có quy tắc về tiêu chuẩn «{name}» cho đối tượng này."
            raise CannotAnswer(sentence, field="honour")
        found = [rule for rule in dated if rule.holds_on(on)]
        if not found:
            raise CannotAnswer(before_horizon(on, min(rule.since for rule in dated)), field="on")
        return found[0]


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
    return Book(NATIONAL, digest_of(NATIONAL))
