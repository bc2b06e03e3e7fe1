"""What may stand where in a case: small checks that answer with faults, put together by key."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from thidua.law.faults import Fault

Check = Callable[[Any, str], Iterator[Fault]]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
YEARS = range(1930, 2031)


def one_of(allowed: Collection[str]) -> Check:
    def check(value: Any, where: str) -> Iterator[Fault]:
        if value not in allowed or not isinstance(value, str):
            yield Fault(
                where, f"{value!r} không được dùng ở đây", f"chọn một trong {', '.join(sorted(allowed))}"
            )

    return check


def whole(least: int = 0) -> Check:
    def check(value: Any, where: str) -> Iterator[Fault]:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            yield Fault(
                where, f"{value!r} không phải số nguyên từ {least} trở lên", "viết một số, không ngoặc kép"
            )

    return check


def truth(value: Any, where: str) -> Iterator[Fault]:
    if not isinstance(value, bool):
        yield Fault(where, f"{value!r} không phải true hoặc false", "viết true hoặc false, không ngoặc kép")


def year(value: Any, where: str) -> Iterator[Fault]:
    if not isinstance(value, int) or isinstance(value, bool) or value not in YEARS:
        yield Fault(where, f"{value!r} không phải năm", f"viết số từ {YEARS[0]} đến {YEARS[-1]}")


def day(value: Any, where: str) -> Iterator[Fault]:
    remedy = "viết trong ngoặc kép, dạng '2025-07-01'"
    if not isinstance(value, str) or not DAY.fullmatch(value):
        yield Fault(where, f"{value!r} không phải ngày", remedy)
        return
    try:
        date.fromisoformat(value)
    except ValueError:
        yield Fault(where, f"{value!r} không có trong lịch", remedy)


def text(value: Any, where: str) -> Iterator[Fault]:
    if not isinstance(value, str) or not value.strip():
        yield Fault(where, f"{value!r} không phải chữ", "viết một dòng chữ")
    elif "\n" in value:
        yield Fault(where, "có xuống dòng", "viết trên một dòng")


def span(value: Any, where: str) -> Iterator[Fault]:
    if not isinstance(value, list) or len(value) != 2:
        yield Fault(where, f"{value!r} không phải khoảng năm", "viết [năm đầu, năm cuối]")
        return
    faults = [fault for each in value for fault in year(each, where)]
    yield from faults
    if not faults and value[0] > value[1]:
        yield Fault(where, "năm đầu sau năm cuối", "viết [năm đầu, năm cuối]")


def anything(_value: Any, _where: str) -> Iterator[Fault]:
    return iter(())


def keys(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    known = {**required, **(optional or {})}

    def check(value: Any, where: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(where, "không phải nhóm khóa: giá trị", f"viết các khóa {', '.join(known)}")
            return
        yield from _strange(value, known, where)
        for name in required:
            if name not in value:
                yield Fault(f"{where}.{name}", "thiếu khóa này", "thêm khóa, hoặc bỏ cả mục nếu không biết")
        for name, item in value.items():
            if name in known:
                yield from known[name](item, f"{where}.{name}")

    return check


def _strange(value: Mapping[Any, Any], known: Mapping[str, Check], where: str) -> Iterator[Fault]:
    for name in value:
        if name is True:
            yield Fault(where, "YAML đọc khóa on là true", "đặt khóa trong ngoặc kép: 'on'")
        elif name not in known:
            yield Fault(f"{where}.{name}", "không có khóa này", f"dùng một trong {', '.join(known)}")


def each(check: Check) -> Check:
    def check_all(value: Any, where: str) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(where, "không phải danh sách", "viết [] khi không có, bỏ khóa khi không biết")
            return
        for n, item in enumerate(value):
            yield from check(item, f"{where}[{n}]")

    return check_all
