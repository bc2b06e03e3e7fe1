"""Kinds over yearly facts: in the year asked, so many times, so many years in a row."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np

from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.conditions.windows import window
from thidua.law.masks import (
    ONE,
    Counts,
    Masks,
    how_many,
    long_runs,
    longest_run,
    runs,
    years_of,
)
from thidua.law.names import lists_of, named
from thidua.law.series import Series, both
from thidua.law.table import Table
from thidua.law.tri import Tri


def at_least(low: Counts, high: Counts, required: int) -> Tri:
    sure, possible = both(lambda times: times >= required, low, high)
    return Tri(sure, ~possible)


def _in_year(condition: Condition, table: Table) -> Outcome:
    return Outcome(_asked_year(condition.args["of"], table))


def _asked_year(name: str, table: Table) -> Tri:
    facts, year = table.series(name), ONE << np.uint64(table.base - table.asked())
    sure, possible = both(lambda mask: (mask & year) != 0, facts.in_sure, facts.in_possible)
    return Tri(sure, ~possible)


def _in_year_sentences(args: Args) -> tuple[str, str]:
    if "vi" in args:
        return args["vi"], args["en"]
    vi, en = achieved(args["of"])
    return f"Năm đề nghị {vi}", f"In the year proposed: {en}"


def achieved(of: str) -> tuple[str, str]:
    """How a yearly fact is said of somebody: "được tặng …", "được công nhận …"."""
    vi, en = named(of, 0), named(of, 1)
    if of.startswith("grade:"):
        return f"được công nhận {vi}", en
    return (f"được tặng {vi}", en) if of.startswith(("title:", "award:")) else (f"có {vi}", en)


def _no_grade(_condition: Condition, table: Table) -> Outcome:
    """No grade of any kind for the year asked: the candidate isn't graded."""
    return Outcome(~_asked_year("grade:failed", table))


def _older(condition: Condition, table: Table) -> Outcome:
    """Something usable from an earlier year: whether it serves is left to local rules."""
    facts = table.series(condition.args["of"])
    _, high = facts.count(window({"until_asked": True}, table))
    nothing = high == 0
    return Outcome(Tri(np.zeros_like(nothing), nothing))


def _older_sentences(args: Args) -> tuple[str, str]:
    vi, en = named(args["of"], 0), named(args["of"], 1)
    return (
        f"Có {vi} của năm trước, chưa dùng (theo quy định của đơn vị, địa phương)",
        f"An unused {en} from an earlier year (where local rules let it serve)",
    )


def _count(condition: Condition, table: Table) -> Outcome:
    low, high = table.series(condition.args["of"]).count(window(condition.args, table))
    return Outcome(at_least(low, high, condition.args["at_least"]), low)


def _times(args: Args) -> tuple[str, str]:
    if "vi" in args:
        return args["vi"], args["en"]
    times, of = args["at_least"], args["of"]
    where_vi, where_en = _where(args)
    vi, en = achieved(of)
    if times == 1 and of.startswith("award:") and not where_vi:
        return f"Đã {vi}", f"Holds {en}"
    if of.startswith("initiative:"):
        return f"Có {times:02d} {named(of, 0)}{where_vi}", f"{times} × {en}{where_en}"
    unit = "năm" if of.startswith("grade:") else "lần"
    return f"Có {times:02d} {unit} {vi}{where_vi}", f"{times} × {en}{where_en}"


def _run(condition: Condition, table: Table) -> Outcome:
    """The unbroken run that ends with the proposal, or the longest anywhere."""
    args = condition.args
    measure = _longest if args.get("ending", "latest") == "any" else _length
    low, high = measure(args, table)
    return Outcome(at_least(low, high, args["at_least"]), low)


def _longest(args: Args, table: Table) -> tuple[Counts, Counts]:
    years = table.series(args["of"]).within(window(args, table))
    return both(longest_run, years.sure, years.possible)


def _length(args: Args, table: Table) -> tuple[Counts, Counts]:
    years = window({**args, "run": args["of"]}, table)
    return both(how_many, years.sure, years.possible)


def _run_sentences(args: Args) -> tuple[str, str]:
    years, of = args["at_least"], args["of"]
    where_vi, where_en = _where(args)
    vi, en = achieved(of)
    if of.startswith("title:") and "|" not in of:
        return f"Có {years:02d} lần liên tục {vi}{where_vi}", f"{years} times in a row {en}{where_en}"
    least = "Có từ" if years > 1 else "Có"
    row = " liên tục" if years > 1 else ""
    return f"{least} {years:02d} năm{row} {vi}{where_vi}", f"{years} years in a row: {en}{where_en}"


def _steps(condition: Condition, table: Table) -> Outcome:
    """A title for several years, given so often without a gap, the last in the year asked or just before."""
    args = condition.args
    facts = table.series(args["of"])
    chains = [_chain(args, table.base - table.asked() + late) for late in range(args.get("slack", 0) + 1)]
    low, high = both(lambda mask: _most_of(chains, mask), facts.in_sure, facts.in_possible)
    return Outcome(at_least(low, high, args["at_least"]), low)


def _most_of(chains: Sequence[np.uint64], mask: Masks) -> Counts:
    return reduce(np.maximum, (how_many(mask & wanted) for wanted in chains))


def _chain(args: Args, last: int) -> np.uint64:
    """The years of the titles, the last of which lies so many years before the base."""
    return np.uint64(sum(1 << (last + args["apart"] * step) for step in range(args["at_least"])))


def _run_holding(condition: Condition, table: Table) -> Outcome:
    """A run anywhere, long enough, in whose years so many other facts fall."""
    args = condition.args
    years, holding = table.series(args["of"]).within(window(args, table)), table.series(args["holding"])
    sure, possible = both(lambda mask: long_runs(mask, args["at_least"]), years.sure, years.possible)
    low = high = _best(sure, holding, Series.least)
    if not (possible is sure and holding.is_certain):
        high = _best(possible, holding, Series.most)
    return Outcome(at_least(low, high, args["times"]), low)


def _best(long: Masks, holding: Series, count: Callable[[Series, Masks], Counts]) -> Counts:
    """The most that one of the runs holds; nothing where there is none."""
    best = np.zeros(len(long), dtype=np.int64)
    rows = np.flatnonzero(long != 0)
    if len(rows):
        held = holding.only(rows)
        best[rows] = reduce(np.maximum, (count(held, run) for run in runs(long[rows])))
    return best


def _run_holding_sentences(args: Args) -> tuple[str, str]:
    vi, en = _run_sentences(args)
    times, held = args["times"], args["holding"]
    return (
        f"{vi}, trong thời gian đó có {times:02d} {named(held, 0)}",
        f"{en}, with {times} × {named(held, 1)} in that time",
    )


def _where(args: Args) -> tuple[str, str]:
    vi, en = "", ""
    if args.get("run"):
        vi, en = " trong thời gian đó", " in that time"
    elif args.get("after"):
        vi = f" sau khi được tặng {named(args['after'], 0)}"
        en = f" after {named(args['after'], 1)}"
    elif args.get("after_latest"):
        vi = f" sau lần được tặng {named(args['after_latest'], 0)} gần nhất"
        en = f" after the latest {named(args['after_latest'], 1)}"
    if not args.get("run") and args.get("ending") == "latest":
        vi, en = vi + ", đến thời điểm đề nghị", en + ", up to the proposal"
    if args.get("fresh") and not args.get("run"):
        vi, en = vi + " (thành tích chưa được khen)", en + " (merit not rewarded yet)"
    return vi, en


def _years_used(args: Args, table: Table, row: int) -> str | None:
    """Which years were found, in words: "“Chiến sĩ thi đua cơ sở”: 2021, 2022"."""
    lines = (_years_line(name, table, row) for name in _series_named(args))
    found = "; ".join(line for line in lines if line)
    return found or None


def _series_named(args: Args) -> list[str]:
    names = (args.get("after") or args.get("after_latest"), args["of"], args.get("holding"))
    return [name for name in names if name]


def _years_line(name: str, table: Table, row: int) -> str | None:
    facts = table.series(name)
    if facts.is_open is not None and facts.is_open[row] and not facts.in_sure[row]:
        return None
    years = years_of(int(facts.in_sure[row]), table.base)
    said = ", ".join(str(year) for year in years) or "không có"
    label = named(name, 0)
    return f"{label[0].upper()}{label[1:]}: {said}"


def _lists(args: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for name in _series_named(args) for place in lists_of(name)))


for _name, _evaluate, _sentences in (
    ("in_year", _in_year, _in_year_sentences),
    ("count", _count, _times),
    ("run", _run, _run_sentences),
    ("steps", _steps, _run_sentences),
    ("run_holding", _run_holding, _run_holding_sentences),
):
    register(Kind(_name, _evaluate, _sentences, _years_used, _lists))
register(Kind("older", _older, _older_sentences, _years_used, _lists, reason="local_rule"))
register(
    Kind(
        "no_grade",
        _no_grade,
        lambda _args: ("Không thuộc diện xếp loại hằng năm", "Not graded for the year"),
        needs=lambda _args: ("grades",),
    )
)
