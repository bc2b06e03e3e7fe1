"""Which years count: after a base award, not rewarded yet, after discipline, in one unbroken run."""

import numpy as np

from thidua.law.conditions.base import Args
from thidua.law.items import NONE, Days, Items, Numbers, year_of
from thidua.law.series import (
    ALL,
    OLDEST,
    ONE,
    Masks,
    Series,
    Window,
    after_last,
    before_first,
    last_run,
    whole,
)
from thidua.law.table import Table


def window(args: Args, table: Table) -> Window:
    """The years a condition may count: after, after_latest, fresh, clean, run, last, until_asked."""
    years = whole(len(table))
    for key, narrow in NARROWERS:
        if args.get(key):
            years = years & narrow(args[key], table)
    if args.get("run"):
        years = run_window(args, table, years)
    return years


def _after(award: str, table: Table) -> Window:
    """The years after the merit of the first award: what comes before it doesn't count."""
    ends = table.series(award.replace("award:", "merit:"))
    return Window(before_first(ends.in_sure), _open_or(before_first(ends.possible[0]), ends))


def _after_latest(award: str, table: Table) -> Window:
    """The years after the merit of the last such award; none when there is no such award."""
    ends = table.series(award.replace("award:", "merit:"))
    nothing = np.uint64(0)
    sure = np.where(ends.possible[0] == 0, nothing, after_last(ends.possible[0]))
    possible = np.where(
        ends.in_sure == 0, _open_or(_any_after(ends.possible[0]), ends), after_last(ends.in_sure)
    )
    return Window(np.where(ends.is_open | (ends.undated > 0), nothing, sure), possible)


def _any_after(mask: Masks) -> Masks:
    return np.where(mask == 0, np.uint64(0), before_first(mask))


def _open_or(mask: Masks, ends: Series) -> Masks:
    return np.where(ends.is_open | (ends.undated > 0), ALL, mask)


def _fresh(award: str, table: Table) -> Window:
    """The years after the merit of the last such award; an unknown list is presumed to hold none."""
    ends = table.series(award.replace("award:", "merit:"))
    sure = np.where(ends.undated > 0, np.uint64(0), after_last(ends.possible[0]))
    return Window(sure, after_last(ends.in_sure))


def _clean(_on: object, table: Table) -> Window:
    """The whole years after the last discipline ended."""
    items = table.items("discipline")
    if not len(items.row):
        return whole(len(table))
    on, until = items.days("on"), items.days("until")
    started = ~(on > np.datetime64(table.on))
    touched = _last_touched(on, until)
    return Window(
        _later(items, np.where(started, _doubtful(touched, until, table.base), NONE), table.base),
        _later(items, np.where(started, touched, NONE), table.base),
    )


def _last_touched(on: Days, until: Days) -> Numbers:
    """The last year a part of which surely lay under discipline; NONE where no day is written."""
    return np.where(np.isnat(until), year_of(on), year_of(until - np.timedelta64(1, "D")))


def _doubtful(touched: Numbers, until: Days, base: int) -> Numbers:
    """The last year that may have lain under it."""
    return np.where(touched == NONE, base, touched + np.isnat(until))


def _later(items: Items, years: Numbers, base: int) -> Masks:
    """The years after the last of these, of each candidate."""
    last = np.full(len(items.known), NONE, dtype=np.int64)
    np.maximum.at(last, items.row, years)
    shift = np.clip(base - np.where(last == NONE, base, last), 0, OLDEST + 1).astype(np.uint64)
    return np.where(last == NONE, ALL, (ONE << shift) - ONE)


def _last(n_years: int, table: Table) -> Window:
    """The n years that end with the year asked."""
    first = table.base - table.asked()
    mask = np.full(len(table), np.uint64(((1 << n_years) - 1) << first & int(ALL)))
    return Window(mask, mask)


def _until_asked(_on: object, table: Table) -> Window:
    earlier = np.full(len(table), ALL & ~np.uint64((1 << (table.base - table.asked())) - 1))
    return Window(earlier, earlier)


NARROWERS = (
    ("after", _after),
    ("after_latest", _after_latest),
    ("fresh", _fresh),
    ("clean", _clean),
    ("last", _last),
    ("until_asked", _until_asked),
)


def run_window(args: Args, table: Table, years: Window) -> Window:
    """The unbroken run of years, within the window, that ends with the proposal."""
    facts = table.series(args["run"])
    sure = facts.in_sure & years.sure
    possible = facts.in_possible & years.possible
    return _ending(args.get("ending", "latest"), table, sure, possible)


def _ending(ending: str, table: Table, sure: Masks, possible: Masks) -> Window:
    if ending == "asked":
        shift = np.uint64(table.base - table.asked())
        return Window(last_run(sure, shift), last_run(possible, shift))
    return _to_last_closed(table, sure, possible)


def _to_last_closed(table: Table, sure: Masks, possible: Masks) -> Window:
    """The year of the question has closed when it has a grade; otherwise the year before it."""
    graded = table.series("grade:failed")
    one = np.uint64(1)
    closed = (graded.in_sure & one).astype(np.bool_)
    still_open = ~(graded.in_possible & one).astype(np.bool_)
    sure_0, sure_1 = (last_run(sure, np.uint64(shift)) for shift in (0, 1))
    poss_0, poss_1 = (last_run(possible, np.uint64(shift)) for shift in (0, 1))
    return Window(
        np.where(closed, sure_0, np.where(still_open, sure_1, sure_0 & sure_1)),
        np.where(closed, poss_0, np.where(still_open, poss_1, poss_0 | poss_1)),
    )
