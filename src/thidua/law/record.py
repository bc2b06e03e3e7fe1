"""What is known of a candidate. A list that is None is unknown; a list that is there is complete."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from thidua.law import facts
from thidua.law.reading import read_fact, read_list, refuse

LISTS: dict[str, type] = {
    "titles": facts.Title,
    "awards": facts.Award,
    "grades": facts.YearGrade,
    "initiatives": facts.Initiative,
    "leave": facts.Leave,
    "work": facts.Work,
    "discipline": facts.Discipline,
    "pending": facts.Pending,
    "violations": facts.Violation,
    "movements": facts.Movement,
    "models": facts.Model,
    "posts": facts.Post,
}
FLAGS = ("training", "registered")
NOTHING_KNOWN = facts.Collective()


@dataclass(frozen=True, slots=True)
class Record:
    titles: tuple[facts.Title, ...] | None = None
    awards: tuple[facts.Award, ...] | None = None
    grades: tuple[facts.YearGrade, ...] | None = None
    initiatives: tuple[facts.Initiative, ...] | None = None
    leave: tuple[facts.Leave, ...] | None = None
    work: tuple[facts.Work, ...] | None = None
    discipline: tuple[facts.Discipline, ...] | None = None
    pending: tuple[facts.Pending, ...] | None = None
    violations: tuple[facts.Violation, ...] | None = None
    movements: tuple[facts.Movement, ...] | None = None
    models: tuple[facts.Model, ...] | None = None
    posts: tuple[facts.Post, ...] | None = None
    training: bool | None = None
    registered: bool | None = None
    collective: facts.Collective = NOTHING_KNOWN

    @classmethod
    def from_dict(cls, given: Mapping[str, object]) -> Self:
        """Read the shape of the case format; a wrong key or value is named in the refusal."""
        read = {key: _part(key, value) for key, value in given.items()}
        record = cls(**read)  # type: ignore[arg-type]
        _refuse_contradictions(record)
        return record

    @property
    def known(self) -> frozenset[str]:
        return frozenset(item.name for item in fields(self) if getattr(self, item.name) is not None)


def _part(key: str, value: object) -> object:
    where = f"record.{key}"
    if key in LISTS:
        return read_list(LISTS[key], value, where)
    if key == "collective":
        return read_fact(facts.Collective, value, where)
    if key not in FLAGS:
        raise refuse(where, "không có mục này")
    if not isinstance(value, bool):
        raise refuse(where, f"{value!r} không phải true hoặc false")
    return value


def _refuse_contradictions(record: Record) -> None:
    _one_grade_a_year(record)
    counts = record.collective
    for name in ("ldtt", "cstdcs", "warned"):
        part = getattr(counts, name)
        if part is not None and counts.members is not None and part > counts.members:
            raise refuse(f"record.collective.{name}", "lớn hơn số thành viên của tập thể")


def _one_grade_a_year(record: Record) -> None:
    seen: set[int] = set()
    for item in record.grades or ():
        if item.year in seen:
            raise refuse("record.grades", f"năm {item.year} có hai mức xếp loại")
        seen.add(item.year)
