"""Kinds over what may stand in the way. Only a stated fact is an obstacle: what nobody mentions is
presumed not to be there.
"""

from collections.abc import Callable
from datetime import date

import numpy as np

from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.items import NONE, Days, Items, Numbers, every, having, once, stated, totals, year_of
from thidua.law.mentions import said
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict

SEVERITY = ("reprimand", "warning", "pay_cut", "demotion", "removal", "dismissal")
FAIR_OR_BETTER = ("xuat_sac", "gioi", "kha")
DAYS_A_MONTH = 22

PLACES = {kind: place for place, kind in enumerate(SEVERITY)}


def _stated(name: str, check: Callable[[Condition, Table], Outcome]) -> Callable[[Condition, Table], Outcome]:
    """Where nobody's record states anything, nothing is in the way."""

    def compare(condition: Condition, table: Table) -> Outcome:
        if not len(table.items(name).row):
            return Outcome(Tri.always(Verdict.YES, len(table)))
        return check(condition, table)

    return compare


def _nothing_pending(_condition: Condition, table: Table) -> Outcome:
    pending, on = table.items("pending"), np.datetime64(table.on)
    ended = pending.days("until") <= on
    is_open = (pending.days("since") <= on) & ~ended & (pending.flags("cleared") != 1)
    return Outcome(every(pending, Tri(~is_open, is_open)))


def _no_discipline_in_year(condition: Condition, table: Table) -> Outcome:
    items = table.items("discipline")
    severe = items.words("kind").places(PLACES) >= PLACES[condition.args["from"]]
    year = year_of(items.days("on"))
    in_year = severe & (year == table.asked())
    return Outcome(every(items, Tri(~severe | (year != NONE) & ~in_year, in_year)))


def _never_disciplined(condition: Condition, table: Table) -> Outcome:
    """None ever, from a severity up, by the day of the question."""
    items = table.items("discipline")
    severe = items.words("kind").places(PLACES) >= PLACES[condition.args["from"]]
    is_later = items.days("on") > np.datetime64(table.on)
    shuts = severe & ~is_later
    return Outcome(every(items, Tri(~shuts, shuts)))


def _discipline_over(_condition: Condition, table: Table) -> Outcome:
    """No discipline is running on the day; without an end it may run for a year."""
    items, day = table.items("discipline"), np.datetime64(table.on)
    on, until = items.days("on"), items.days("until")
    is_dated, is_later = ~np.isnat(until), on > day
    long_ago = on < day - np.timedelta64(365, "D")
    over = np.where(is_dated, until <= day, long_ago) | is_later
    return Outcome(every(items, Tri(over, is_dated & ~over)))


def _worked(condition: Condition, table: Table) -> Outcome:
    """Not recruited too recently: the months of all spells, up to the end of the year asked."""
    spells = table.items("work")
    months = _months(spells, min(table.on, date(table.asked(), 12, 31)))
    known = months != NONE
    enough = totals(spells, months, known) >= condition.args["months"]
    doubtful, any_spell = having(spells, ~known), having(spells, np.ones_like(known))
    return Outcome(Tri(enough | ~any_spell, any_spell & ~enough & ~doubtful))


def _months(spells: Items, last: date) -> Numbers:
    return once(spells, ("months", last), lambda: _counted_months(spells, last))


def _counted_months(spells: Items, last: date) -> Numbers:
    """Whole months of each spell up to a day; NONE where they can't be told."""
    written, since = spells.numbers("months"), spells.days("since")
    day, until = np.datetime64(last), spells.days("until")
    end = np.where(until < day, until, day)
    whole = _month_of(end) - _month_of(since) - (_day_of(end) < _day_of(since))
    counted = np.where(np.isnat(since), NONE, np.maximum(whole, 0))
    return np.where(written == NONE, counted, written)


def _month_of(days: Days) -> Numbers:
    months: Numbers = days.astype("datetime64[M]").astype(np.int64)
    return months


def _day_of(days: Days) -> Numbers:
    within: Numbers = (days - days.astype("datetime64[M]")).astype(np.int64)
    return within


def _service(condition: Condition, table: Table) -> Outcome:
    """Unbroken service of so many months; hard posts count several times where the law says so."""
    args, spells = condition.args, table.items("work")
    months, is_hard = _months(spells, table.on), spells.flags("hardship") == 1
    factor = args["hardship_factor"]
    unclear = (months == NONE) | (is_hard if factor is None else False)
    counted = np.where(is_hard, months * (factor or 1), 0 if args.get("hardship_only") else months)
    total = totals(spells, counted, ~unclear)
    enough = (total >= args["months"]) & (True if args["below"] is None else total < args["below"])
    known = spells.known & ~having(spells, unclear)
    return Outcome(Tri(known & enough, known & ~enough))


def _leave_short(condition: Condition, table: Table) -> Outcome:
    """Other leave than maternity, injury in a brave act and study stays under so many working days."""
    leave = table.items("leave")
    days, year = _days(leave), leave.numbers("year")
    counted = leave.words("kind").among(("sick", "unpaid", "other"))
    in_year = counted & (year == table.asked())
    too_long = totals(leave, days, in_year & (days != NONE)) >= condition.args["days"]
    doubtful = having(leave, (counted & (year == NONE)) | (in_year & (days == NONE)))
    return Outcome(Tri(~too_long & ~doubtful, too_long))


def _days(leave: Items) -> Numbers:
    days, months = leave.numbers("days"), leave.numbers("months")
    by_months = np.where(months == NONE, NONE, months * DAYS_A_MONTH)
    return np.where(days == NONE, by_months, days)


def _study_counts(condition: Condition, table: Table) -> Outcome:
    """Courses count as work: short ones by obeying their rules, long ones by a fair result."""
    leave = table.items("leave")
    year = leave.numbers("year")
    asked = leave.words("kind").be("study") & ((year == NONE) | (year == table.asked()))
    course = _courses(leave, condition.args["fair_from_months"])
    return Outcome(every(leave, Tri(course.yes | ~asked, course.no & asked)))


def _courses(leave: Items, fair_from: int) -> Tri:
    result, by_rules = leave.words("result"), stated(leave.flags("rules_obeyed"))
    fair = result.among(FAIR_OR_BETTER)
    poor, months = result.known & ~fair, _course_months(leave)
    is_long, is_short = (months != NONE) & (months >= fair_from), (months != NONE) & (months < fair_from)
    yes = fair | (is_short & by_rules.yes)
    return Tri(yes & ~by_rules.no, by_rules.no | (is_long & poor))


def _course_months(leave: Items) -> Numbers:
    days, months = leave.numbers("days"), leave.numbers("months")
    by_days = np.where(days == NONE, NONE, days // DAYS_A_MONTH)
    return np.where(months == NONE, by_days, months)


def _registered(_condition: Condition, table: Table) -> Outcome:
    refused = table.truth("registered").no
    return Outcome(Tri(~refused, refused))


def _no_violation(condition: Condition, table: Table) -> Outcome:
    """No member of the household did what shuts the title in the year asked."""
    items, args = table.items("violations"), condition.args
    in_year = items.numbers("year") == table.asked()
    if_fined = items.words("kind").among(args["when_fined"])
    always = items.words("kind").among(args["always"]) & ~if_fined
    fined = stated(items.flags("fined"))
    shuts = in_year & (always | (if_fined & fined.yes))
    doubtful = in_year & if_fined & ~fined.yes & ~fined.no
    return Outcome(every(items, Tri(~shuts & ~doubtful, shuts)))


def _said(args: Args) -> tuple[str, str]:
    return args["vi"], args["en"]


def _mentions(name: str) -> Callable[[Args, Table, int], str | None]:
    """What the record states in a list of possible obstacles."""

    def say(_args: Args, table: Table, row: int) -> str:
        stated = getattr(table.rows[row].record, name)
        if stated is None:
            return "Giả định không có, hồ sơ không nêu"
        return said(stated)

    return say


register(Kind("service", _service, _said, _mentions("work"), lambda _args: ("work",)))
register(Kind("registered", _registered, _said, _mentions("registered"), lambda _args: ("registered",)))
for _name, _check, _list in (
    ("nothing_pending", _nothing_pending, "pending"),
    ("no_discipline_in_year", _no_discipline_in_year, "discipline"),
    ("never_disciplined", _never_disciplined, "discipline"),
    ("discipline_over", _discipline_over, "discipline"),
    ("worked", _worked, "work"),
    ("leave_short", _leave_short, "leave"),
    ("study_counts", _study_counts, "leave"),
    ("no_violation", _no_violation, "violations"),
):
    register(
        Kind(_name, _stated(_list, _check), _said, _mentions(_list), lambda _args, at=_list: (at,))  # type: ignore[misc]
    )
