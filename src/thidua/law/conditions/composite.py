"""Kinds made of other conditions."""

from functools import reduce
from operator import and_, or_

from thidua.law.conditions.base import Args, Condition, Kind, Outcome, evaluate, register
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict


def asked_parts(condition: Condition, table: Table) -> tuple[Condition, ...]:
    """The limbs that the ground of the question leaves open, and that hold on its day."""
    in_force = (part for part in condition.parts if part.holds_on(table.on))
    return tuple(p for p in in_force if table.by is None or p.by is None or p.by == table.by)


def _all_of(condition: Condition, table: Table) -> Outcome:
    parts = tuple(evaluate(part, table) for part in asked_parts(condition, table))
    start = Tri.always(Verdict.YES, len(table))
    return Outcome(reduce(and_, (part.tri for part in parts), start), parts=parts)


def _one_of(condition: Condition, table: Table) -> Outcome:
    parts = tuple(evaluate(part, table) for part in asked_parts(condition, table))
    start = Tri.always(Verdict.NO, len(table))
    return Outcome(reduce(or_, (part.tri for part in parts), start), parts=parts)


def _none_of(condition: Condition, table: Table) -> Outcome:
    outcome = _one_of(condition, table)
    return Outcome(~outcome.tri, parts=outcome.parts)


def _all_sentences(args: Args) -> tuple[str, str]:
    return args.get("vi", "Đạt tất cả các tiêu chuẩn sau"), args.get("en", "All of the following")


def _one_sentences(args: Args) -> tuple[str, str]:
    return args.get("vi", "Đạt một trong các tiêu chuẩn sau"), args.get("en", "One of the following")


def _none_sentences(args: Args) -> tuple[str, str]:
    return args.get("vi", "Không thuộc trường hợp nào sau đây"), args.get("en", "None of these")


register(Kind("all_of", _all_of, _all_sentences))
register(Kind("one_of", _one_of, _one_sentences))
register(Kind("none_of", _none_of, _none_sentences))
