"""Single values of a local rule: texts, days, numbers, choices, names of facts."""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from thidua.law.columns import GRADES, SCOPES
from thidua.law.faults import Fault
from thidua.law.honours import catalogue
from thidua.law.local.faults import Check, Faults, each
from thidua.law.names import INITIATIVES

PLACE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")
# Article, clause, point: "4", "4.2", "4.2.đ".
PROVISION = re.compile(r"[0-9IVX]+[a-z]?(\.[0-9]+)?(\.[a-zđ])?")
CODE = re.compile(r"[A-Z][A-Z0-9_]{1,19}")
MONTH_DAY = re.compile(r"\d\d-\d\d")


def text(value: object, path: str, faults: Faults) -> None:
    if not isinstance(value, str) or not value.strip():
        faults.append(Fault(path, "Cần một câu chữ"))


def truth(value: object, path: str, faults: Faults) -> None:
    if not isinstance(value, bool):
        faults.append(Fault(path, f"«{value}» không phải true hoặc false"))


def day(value: object, path: str, faults: Faults) -> None:
    if isinstance(value, date) or (isinstance(value, str) and _is_day(value)):
        return
    faults.append(Fault(path, f"«{value}» không phải một ngày", 'Viết "NNNN-TT-NN", ví dụ "2025-12-18"'))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def month_day(value: object, path: str, faults: Faults) -> None:
    """A day that every year has."""
    if not (isinstance(value, str) and MONTH_DAY.fullmatch(value) and _is_day(f"2023-{value}")):
        allowed = 'Viết "TT-NN" trong ngoặc kép, ví dụ "12-10"'
        faults.append(Fault(path, f"«{value}» không phải ngày và tháng", allowed))


def whole(low: int = 0, high: int | None = None) -> Check:
    def check(value: object, path: str, faults: Faults) -> None:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole or value < low or (high is not None and value > high):  # type: ignore[operator]
            span = f"từ {low} đến {high}" if high is not None else f"từ {low} trở lên"
            faults.append(Fault(path, f"«{value}» không hợp lệ", f"Cần số nguyên {span}"))

    return check


def multiple(value: object, path: str, faults: Faults) -> None:
    """How many times the base salary, written as text so that 0.3 stays three tenths."""
    if not isinstance(value, str) or (ratio(value) or 0) <= 0:
        allowed = 'Viết trong ngoặc kép số lần mức lương cơ sở, ví dụ "0.3"'
        faults.append(Fault(path, f"«{value}» không phải số lần lớn hơn 0", allowed))


def portion(value: object, path: str, faults: Faults) -> None:
    found = ratio(value) if isinstance(value, str) else None
    if found is None or not 0 < found <= 1:
        allowed = 'Viết phân số trong ngoặc kép, ví dụ "2/3"'
        faults.append(Fault(path, f"«{value}» không phải một phần của số thành viên", allowed))


def ratio(value: str) -> Fraction | None:
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        return None


def one_of(options: Iterable[str]) -> Check:
    allowed = tuple(options)

    def check(value: object, path: str, faults: Faults) -> None:
        if value not in allowed:
            faults.append(Fault(path, f"«{value}» không có ở đây", f"Chọn một trong: {', '.join(allowed)}"))

    return check


def many_of(options: Iterable[str]) -> Check:
    return each(one_of(options))


def matching(pattern: re.Pattern[str], wrong: str, allowed: str) -> Check:
    def check(value: object, path: str, faults: Faults) -> None:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            faults.append(Fault(path, f"«{value}» {wrong}", allowed))

    return check


place = matching(
    PLACE,
    "không phải tên nơi áp dụng",
    "Viết tên tỉnh, thành phố không dấu, nối bằng gạch ngang (ha-noi), cấp xã thêm /ten-xa",
)
provision = matching(
    PROVISION,
    "không phải điều, khoản, điểm",
    'Viết "điều.khoản.điểm" trong ngoặc kép, ví dụ "4.2.a"',
)
code = matching(CODE, "không phải mã", "Dùng chữ in hoa không dấu, chữ số và gạch dưới, ví dụ KNC_THU_DO")


def series(value: object, path: str, faults: Faults) -> None:
    """A yearly fact, or two joined by "|"."""
    parts = value.split("|") if isinstance(value, str) else [""]
    wrong = [part for part in parts if not _is_series(part)]
    if wrong:
        allowed = (
            "Viết title:MÃ, award:MÃ, grade:excellent|good|completed|failed "
            "hoặc initiative:PHẠM_VI:LOẠI (docs/law/conditions.md)"
        )
        faults.append(Fault(path, f"«{wrong[0] or value}» không phải một sự kiện theo năm", allowed))


def _is_series(part: str) -> bool:
    kind, _, rest = part.partition(":")
    name, _, more = rest.partition(":")
    if kind == "title":
        return _is_honour(rest)
    if kind == "award":
        return _is_honour(name) and more in ("", "results")
    if kind == "grade":
        return rest in GRADES
    return kind == "initiative" and name in SCOPES and more in INITIATIVES


def _is_honour(name: str) -> bool:
    """A code of the catalogue, or of a place's own honour."""
    return name in catalogue() or ("_" in name and bool(CODE.fullmatch(name)))


def merit(value: object, path: str, faults: Faults) -> None:
    """An honour whose merit opens or closes the years that count."""
    if not isinstance(value, str) or not value.startswith(("award:", "title:")) or not _is_series(value):
        faults.append(Fault(path, f"«{value}» không phải một lần khen", "Viết award:MÃ hoặc title:MÃ"))
