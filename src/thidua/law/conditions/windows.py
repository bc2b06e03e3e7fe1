"""Which years count: after a base award, not rewarded yet, after discipline, in one unbroken run."""

from collections.abc import Callable

import numpy as np

from thidua.law.conditions.base import Args
from thidua.law.items import NONE, Days, Items, Numbers, Rows, year_of
from thidua.law.masks import ALL, NEVER, OLDEST, ONE, Masks, after_last, before_first, last_run
from thidua.law.series import WHOLE, Series, Window, both, of_all
from thidua.law.table import Table


def window(args: Args, table: Table) -> Window:
    """The years a condition may count: after, after_latest, fresh, clean, run, last, until_asked."""
    asked = tuple((key, args[key]) for key in KEYS if args.get(key))
    if not asked:
        return WHOLE
    return table.window(asked, lambda: _window(args, table))


def _window(args: Args, table: Table) -> Window:
    years = WHOLE
    for key, narrow in NARROWERS:
        if args.get(key):
            years = years & narrow(args[key], table)
    if args.get("run"):
        years = _run_window(args, table, years)
    return years


def _after(award: str, table: Table) -> Window:
    """The years after the merit of the first award: what comes before it doesn't count."""
    ends = _merit_ends(award, table)
    sure, possible = both(before_first, ends.in_sure, ends.stated)
    return Window(sure, ends.or_any(possible))


def _merit_ends(award: str, table: Table) -> Series:
    return table.series(award.replace("award:", "merit:"))


def _after_latest(award: str, table: Table) -> Window:
    """The years after the merit of the last such award; none when there is no such award."""
    ends = _merit_ends(award, table)
    sure = np.where(ends.in_sure == 0, NEVER, after_last(ends.stated))
    if ends.is_certain:
        return Window(sure, sure)
    any_latest = ends.or_any(before_first(ends.stated))
    possible = np.where(ends.in_sure == 0, any_latest, after_last(ends.in_sure))
    return Window(sure if ends.vague is None else np.where(ends.vague, NEVER, sure), possible)


def _fresh(award: str, table: Table) -> Window:
    """The years after the merit of the last such award; an unknown list is presumed to hold none."""
    ends = _merit_ends(award, table)
    sure, possible = both(after_last, ends.stated, ends.in_sure)
    return Window(sure if ends.undated is None else np.where(ends.undated > 0, NEVER, sure), possible)


def _clean(_on: object, table: Table) -> Window:
    """The whole years after the last discipline ended."""
    items = table.items("discipline")
    if not len(items.row):
        return WHOLE
    on, until = items.days("on"), items.days("until")
    started, touched = ~(on > np.datetime64(table.on)), _last_touched(on, until)
    doubtful = _doubtful(touched, until, table.base)

    def later(years: Numbers) -> Masks:
        return _later(items, np.where(started, years, NONE), table.base)

    return Window(*both(later, doubtful, touched))


def _last_touched(on: Days, until: Days) -> Numbers:
    """The last year a part of which surely lay under discipline; NONE where no day is written."""
    return np.where(np.isnat(until), year_of(on), year_of(until - np.timedelta64(1, "D")))


def _doubtful(touched: Numbers, until: Days, base: int) -> Numbers:
    """The last year that may have lain under it: the same where every end is written."""
    if not np.isnat(until).any():
        return touched
    return np.where(touched == NONE, base, touched + np.isnat(until))


def _later(items: Items, years: Numbers, base: int) -> Masks:
    """The years after all of these, of each candidate."""
    is_dated = years != NONE
    shift = np.clip(base - years[is_dated], 0, OLDEST + 1).astype(np.uint64)
    later = np.full(len(items.known), ALL)
    np.bitwise_and.at(later, items.row[is_dated], (ONE << shift) - ONE)
    return later


def _last(n_years: int, table: Table) -> Window:
    """The n years that end with the year asked."""
    first = table.base - table.asked()
    return of_all(((1 << n_years) - 1) << first)


def _until_asked(_on: object, table: Table) -> Window:
    return of_all(~((1 << (table.base - table.asked())) - 1))


NARROWERS: tuple[tuple[str, Callable[..., Window]], ...] = (
    ("after", _after),
    ("after_latest", _after_latest),
    ("fresh", _fresh),
    ("clean", _clean),
    ("last", _last),
    ("until_asked", _until_asked),
)
KEYS = (*(key for key, _ in NARROWERS), "run", "ending")


def _run_window(args: Args, table: Table, years: Window) -> Window:
    """The unbroken run of years, within the window, that ends with the proposal."""
    found = table.series(args["run"]).within(years)
    if args.get("ending", "latest") == "asked":
        shift = np.uint64(table.base - table.asked())
        return Window(*both(lambda mask: last_run(mask, shift), found.sure, found.possible))
    return _to_last_closed(table, found)


def _to_last_closed(table: Table, years: Window) -> Window:
    """The year of the question has closed when it has a grade; otherwise the year before it."""
    graded = table.series("grade:failed")
    closed = (graded.in_sure & ONE) != 0
    doubtful = np.flatnonzero(((graded.in_possible & ONE) != 0) & ~closed)
    ago = (~closed).astype(np.uint64)
    sure, possible = both(lambda mask: last_run(mask, ago), years.sure, years.possible)
    if not len(doubtful):
        return Window(sure, possible)
    return Window(
        _in_doubt(np.bitwise_and, years.sure, sure, doubtful),
        _in_doubt(np.bitwise_or, years.possible, possible, doubtful),
    )


def _in_doubt(join: Callable[[Masks, Masks], Masks], years: Masks, run: Masks, rows: Rows) -> Masks:
    """The same run, where these candidates' runs end this year or the year before, nobody knows which."""
    doubtful, run = years[rows], run.copy()
    run[rows] = join(last_run(doubtful, NEVER), last_run(doubtful, ONE))
    return run
