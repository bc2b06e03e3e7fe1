"""Kinds over what may stand in the way. Only a stated fact is an obstacle: what nobody mentions is
presumed not to be there.
"""

from collections.abc import Callable
from datetime import date

from thidua.law import facts
from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.mentions import said
from thidua.law.question import Question
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict, every

SEVERITY = ("reprimand", "warning", "pay_cut", "demotion", "removal", "dismissal")
FAIR_OR_BETTER = ("xuat_sac", "gioi", "kha")
DAYS_A_MONTH = 22

Check = Callable[[Args, Question, Table], Verdict]


def _each(check: Check) -> Callable[[Condition, Table], Outcome]:
    """Compare row by row: these facts are rare and irregular."""

    def compare(condition: Condition, table: Table) -> Outcome:
        return Outcome(Tri.of([check(condition.args, row, table) for row in table.rows]))

    return compare


def verdict(known: bool | None) -> Verdict:  # noqa: FBT001
    if known is None:
        return Verdict.UNKNOWN
    return Verdict.YES if known else Verdict.NO


def _nothing_pending(_args: Args, row: Question, table: Table) -> Verdict:
    return every(verdict(not _is_open(item, table.on)) for item in row.record.pending or ())


def _is_open(item: facts.Pending, on: date) -> bool:
    ended = item.until is not None and item.until <= on
    return item.since <= on and not ended and item.cleared is not True


def _no_discipline_in_year(args: Args, row: Question, table: Table) -> Verdict:
    severe = [d for d in row.record.discipline or () if _at_least(d, args["from"])]
    return every(verdict(d.on.year != table.asked() if d.on else None) for d in severe)


def _at_least(item: facts.Discipline, least: str) -> bool:
    return SEVERITY.index(item.kind) >= SEVERITY.index(least)


def _discipline_over(_args: Args, row: Question, table: Table) -> Verdict:
    """No discipline is running on the day; without an end it may run for a year."""
    return every(_is_over(item, table.on) for item in row.record.discipline or ())


def _is_over(item: facts.Discipline, on: date) -> Verdict:
    if item.until is not None:
        return verdict(item.until <= on or (item.on is not None and item.on > on))
    if item.on is None:
        return Verdict.UNKNOWN
    return Verdict.YES if (on - item.on).days > 365 or item.on > on else Verdict.UNKNOWN


def _worked(args: Args, row: Question, table: Table) -> Verdict:
    """Not recruited too recently: the months of all spells, up to the end of the year asked."""
    spells = row.record.work
    if not spells:
        return Verdict.YES
    day = min(table.on, date(table.asked(), 12, 31))
    months = [_months(spell, day) for spell in spells]
    if sum(m for m in months if m is not None) >= args["months"]:
        return Verdict.YES
    return Verdict.UNKNOWN if None in months else Verdict.NO


def _months(spell: facts.Work, day: date) -> int | None:
    if spell.months is not None:
        return spell.months
    if spell.since is None:
        return None
    end = min(spell.until or day, day)
    whole = (end.year - spell.since.year) * 12 + end.month - spell.since.month
    return max(whole - (end.day < spell.since.day), 0)


def _service(args: Args, row: Question, table: Table) -> Verdict:
    """Unbroken service of so many months; hard posts count several times where the law says so."""
    spells = row.record.work
    if spells is None:
        return Verdict.UNKNOWN
    months = [_months(spell, table.on) for spell in spells]
    if None in months or (args["hardship_factor"] is None and any(s.hardship for s in spells)):
        return Verdict.UNKNOWN
    factors = [args["hardship_factor"] if spell.hardship else 1 for spell in spells]
    total = sum((m or 0) * factor for m, factor in zip(months, factors, strict=True))
    return verdict(total >= args["months"] and (args["below"] is None or total < args["below"]))


def _leave_short(args: Args, row: Question, table: Table) -> Verdict:
    """Other leave than maternity, injury in a brave act and study stays under so many working days."""
    counted = [leave for leave in row.record.leave or () if leave.kind in ("sick", "unpaid", "other")]
    in_year = [leave for leave in counted if leave.year in (None, table.asked())]
    sure = sum(_days(leave) or 0 for leave in in_year if leave.year is not None)
    if sure >= args["days"]:
        return Verdict.NO
    doubtful = [item for item in in_year if item.year is None or _days(item) is None]
    return Verdict.UNKNOWN if doubtful else Verdict.YES


def _days(leave: facts.Leave) -> int | None:
    if leave.days is not None:
        return leave.days
    return None if leave.months is None else leave.months * DAYS_A_MONTH


def _study_counts(args: Args, row: Question, table: Table) -> Verdict:
    """Courses count as work: short ones by obeying their rules, long ones by a fair result."""
    courses = [leave for leave in row.record.leave or () if leave.kind == "study"]
    in_year = [course for course in courses if course.year in (None, table.asked())]
    return every(_course(course, args["fair_from_months"]) for course in in_year)


def _course(course: facts.Leave, fair_from: int) -> Verdict:
    if course.rules_obeyed is False:
        return Verdict.NO
    if course.result in FAIR_OR_BETTER:
        return Verdict.YES
    months = _course_months(course)
    by_result = verdict(None if course.result is None else False)
    by_rules = verdict(course.rules_obeyed)
    if months is None:
        return by_rules if by_rules is by_result else Verdict.UNKNOWN
    return by_result if months >= fair_from else by_rules


def _course_months(course: facts.Leave) -> int | None:
    if course.months is not None:
        return course.months
    return None if course.days is None else course.days // DAYS_A_MONTH


def _registered(_args: Args, row: Question, _table: Table) -> Verdict:
    return verdict(row.record.registered is not False)


def _no_violation(args: Args, row: Question, table: Table) -> Verdict:
    """No member of the household did what shuts the title in the year asked."""
    in_year = [v for v in row.record.violations or () if v.year == table.asked()]
    return every(_harmless(item, args) for item in in_year)


def _harmless(item: facts.Violation, args: Args) -> Verdict:
    if item.kind in args["when_fined"]:
        return verdict(None if item.fined is None else not item.fined)
    return verdict(item.kind not in args["always"])


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


register(Kind("service", _each(_service), _said, _mentions("work"), lambda _args: ("work",)))
for _name, _check, _list in (
    ("nothing_pending", _nothing_pending, "pending"),
    ("no_discipline_in_year", _no_discipline_in_year, "discipline"),
    ("discipline_over", _discipline_over, "discipline"),
    ("worked", _worked, "work"),
    ("leave_short", _leave_short, "leave"),
    ("study_counts", _study_counts, "leave"),
    ("registered", _registered, "registered"),
    ("no_violation", _no_violation, "violations"),
):
    register(Kind(_name, _each(_check), _said, _mentions(_list), lambda _args, at=_list: (at,)))  # type: ignore[misc]
