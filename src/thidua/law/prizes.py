"""Money that goes with an award: a multiple of the base salary on the day of the decision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from thidua.kernel.money import round_up
from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence
from thidua.law.instruments import standing
from thidua.law.parameters import CannotFindValue, Dated

FACTORS = {"collective": "prizes/collective_factor", "household": "prizes/household_factor"}
DECREE_91 = date(2017, 10, 1)
# Prizes go with merit in building and defending the country; of decree 42/2010 the article isn't known.
RESISTANCE = (Cite.parse("42/2010/NĐ-CP"), Cite.parse("91/2017/NĐ-CP 66.1"), Cite.parse("06/2022/QH15 11.2"))


@dataclass(frozen=True, slots=True)
class PrizeItem:
    honour: str
    kind: Literal["individual", "collective", "household"]
    for_years: tuple[int, int] | None = None
    issuer: str | None = None
    decided_on: date | None = None
    era: Literal["resistance", "renovation"] = "renovation"


@dataclass(frozen=True, slots=True)
class PrizeLine:
    """`amount` None: the norm gives only a ceiling, or its value isn't known.

    `local` is what the place adds; `instead` the honour that is paid where this one is not.
    """

    item: PrizeItem
    factor: Fraction | None
    base_salary: int
    amount: int | None
    paid: bool
    reason_vi: str
    cites: tuple[Cite, ...]
    confidence: Confidence
    local: int = 0
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class PrizeTotal:
    amount: int | None
    lines: tuple[PrizeLine, ...]


def prize(book: Book, items: Sequence[PrizeItem], on: date) -> PrizeTotal:
    """What one recipient gets for awards decided at one time."""
    lines = tuple(_line(book, item, item.decided_on or on) for item in items)
    settled = tuple(_settle(book, line, lines, on) for line in lines)
    paid = [line.amount for line in settled if line.paid]
    known = [amount for amount in paid if amount is not None]
    return PrizeTotal(None if len(known) < len(paid) else sum(known), settled)


def _line(book: Book, item: PrizeItem, day: date) -> PrizeLine:
    salary = book.value("base_salary", day)
    multiple = _multiple(book, item, day)
    if salary is None:
        raise CannotFindValue(_why_no_value(book, item, day), field="on")
    if item.era == "resistance":
        return _nothing(item, int(salary.value), day)
    if multiple is None:
        return _unsettled(item, salary)
    factor = _factor(book, item, multiple, day)
    amount = None if factor is None else round_up(factor * int(salary.value))
    line = PrizeLine(
        item=item,
        factor=factor,
        base_salary=int(salary.value),
        amount=amount,
        paid=True,
        reason_vi=_reason(factor),
        cites=(multiple.cite, salary.cite, *_rounding_cite(book, day)),
        confidence=multiple.confidence,
    )
    return _topped_up(book, line, day)


def _topped_up(book: Book, line: PrizeLine, day: date) -> PrizeLine:
    """What the People's Council of the place adds to the decree's amount."""
    item, amount = line.item, line.amount
    times = book.local_value(f"topups/{item.honour}", day, item.issuer, item.kind)
    fixed = book.local_value(f"topups_vnd/{item.honour}", day, item.issuer, item.kind)
    if amount is None or not (times or fixed):
        return line
    more = round_up(Fraction(times.value) * line.base_salary) if times else 0
    more += int(fixed.value) if fixed else 0
    cites = tuple(found.cite for found in (times, fixed) if found)
    shown = f"{more:,}".replace(",", ".")
    reason = f"{line.reason_vi}; thưởng thêm của địa phương {shown} đ"
    return replace(line, amount=amount + more, reason_vi=reason, cites=(*line.cites, *cites), local=more)


def _why_no_value(book: Book, item: PrizeItem, day: date) -> str:
    name = book.honour(item.honour).name_vi
    return f"Chưa có căn cứ về mức tiền thưởng kèm theo «{name}» cho ngày {day:%d/%m/%Y}."


def _nothing(item: PrizeItem, salary: int, day: date) -> PrizeLine:
    why = "Khen thành tích kháng chiến không kèm tiền thưởng"
    cites = standing(RESISTANCE, day)
    return PrizeLine(item, Fraction(0), salary, 0, True, why, cites, Confidence.SECONDARY)


def _unsettled(item: PrizeItem, salary: Dated) -> PrizeLine:
    why = "Chưa có căn cứ về mức tiền thưởng kèm theo"
    return PrizeLine(item, None, int(salary.value), None, True, why, (salary.cite,), Confidence.UNVERIFIED)


def _reason(factor: Fraction | None) -> str:
    if factor is None:
        return "Chỉ có mức trần hoặc chưa rõ mức: cấp quyết định ấn định"
    shown = f"{float(factor):g}".replace(".", ",")
    return f"{shown} lần mức lương cơ sở, làm tròn lên chục nghìn đồng"


def _multiple(book: Book, item: PrizeItem, day: date) -> Dated | None:
    """What the place has set for the office or the recipient, else the decree's."""
    local = book.local_value(f"prizes/{item.honour}", day, item.issuer, item.kind)
    if local:
        return local
    if item.honour == "GK" and item.issuer == "xa":
        return book.value("prizes/GK-xa", day)
    return book.value(f"prizes/{item.honour}", day)


def _factor(book: Book, item: PrizeItem, multiple: Dated, day: date) -> Fraction | None:
    if multiple.value is None:
        return None
    factor = Fraction(multiple.value)
    is_local = book.honour(item.honour).line == "local"
    if is_local or book.honour(item.honour).nature == "title" or item.kind not in FACTORS:
        return factor
    times = book.value(FACTORS[item.kind], day)
    return factor * Fraction(times.value) if times else None


def _rounding_cite(book: Book, day: date) -> tuple[Cite, ...]:
    rounding = book.value("prizes/rounding", day)
    return (rounding.cite,) if rounding else ()


def _settle(book: Book, line: PrizeLine, lines: Sequence[PrizeLine], on: date) -> PrizeLine:
    """Of titles for the same period only the highest is paid; of equals the first."""
    day = line.item.decided_on or on
    rivals = [other for other in lines if _rivals(book, line, other, day)]
    best = max([line, *rivals], key=lambda each: (each.amount or 0, -lines.index(each)))
    if best is line:
        return line
    why = f"Không chi: cùng thời gian tính thành tích với {book.honour(best.item.honour).name_vi}"
    return replace(line, paid=False, reason_vi=why, instead=best.item.honour)


def _rivals(book: Book, line: PrizeLine, other: PrizeLine, day: date) -> bool:
    if other is line:
        return False
    years = line.item.for_years, other.item.for_years
    if day < DECREE_91:
        # Decree 42/2010: of all awards decided at one time for the same merit only the highest.
        return None in years or years[0] == years[1]
    titles = {book.honour(item.honour).nature for item in (line.item, other.item)} == {"title"}
    return titles and years[0] is not None and years[0] == years[1]
