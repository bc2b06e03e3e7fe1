"""A kind over posts held: long service, by rank and months."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from thidua.law.afterwards import tenure
from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.facts import Post
from thidua.law.posts import rank_of
from thidua.law.question import Question
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict

# The rank of each post with the post itself.
Held = list[tuple[int | None, Post]]


def _held_post(condition: Condition, table: Table) -> Outcome:
    """Posts of a rank or above it, for the months that one of the lines asks for."""
    if not table.rows:
        return Outcome(Tri.always(Verdict.UNKNOWN, len(table)))
    lines: Mapping[int, int] = condition.args["months_by_rank"]
    listed: str = condition.args["listed"]
    verdicts = [_long_enough(row, lines, listed, table.on) for row in table.rows]
    yes, no = (np.array([v is wanted for v in verdicts]) for wanted in (Verdict.YES, Verdict.NO))
    return Outcome(Tri(yes, no))


def _long_enough(row: Question, lines: Mapping[int, int], listed: str, on: date) -> Verdict:
    posts = row.record.posts
    if posts is None:
        return Verdict.UNKNOWN
    held = [(rank_of(post.post, listed), post) for post in posts]
    for rank, general in lines.items():
        needed, _ = tenure(general, is_woman=row.sex == "female", on=on, position=row.position)
        if any(r is not None and 0 < r <= rank for r, _ in held) and _sum(held, rank, on) >= needed:
            return Verdict.YES
    doubtful = any(rank is None or _months(post, on) is None for rank, post in held)
    return Verdict.UNKNOWN if doubtful or _may_be_a_woman(row, held, lines, on) else Verdict.NO


def _sum(held: Held, rank: int, on: date) -> int:
    """Time in higher posts counts towards a lower one; two posts at one time count once."""
    counted = [post for r, post in held if r is not None and 0 < r <= rank]
    total = sum(post.months for post in counted if post.months is not None)
    spans = sorted(
        (post.since, min(post.until or on, on)) for post in counted if post.months is None and post.since
    )
    reached = date.min
    for since, until in spans:
        start = max(since, reached)
        total += _between(start, until) if start < until else 0
        reached = max(reached, until)
    return total


def _may_be_a_woman(row: Question, held: Held, lines: Mapping[int, int], on: date) -> bool:
    """Whether the candidate is a woman isn't said, and would decide."""
    if row.sex is not None:
        return False
    reduced = ((rank, tenure(general, is_woman=True, on=on)[0]) for rank, general in lines.items())
    return any(0 < needed <= _sum(held, rank, on) for rank, needed in reduced)


def _months(post: Post, on: date) -> int | None:
    if post.months is not None:
        return post.months
    if post.since is None:
        return None
    return _between(post.since, min(post.until or on, on))


def _between(since: date, until: date) -> int:
    return (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)


def _said(args: Args) -> tuple[str, str]:
    return args["vi"], args["en"]


def _posts_used(_args: Args, table: Table, row: int) -> str | None:
    posts = table.rows[row].record.posts if table.rows else None
    if posts is None:
        return None
    found = [(post.post, _months(post, table.on)) for post in posts]
    return "; ".join(f"{name}: {months} tháng" if months else name for name, months in found) or "Không có"


register(Kind("held_post", _held_post, _said, _posts_used, lambda _args: ("posts",)))
