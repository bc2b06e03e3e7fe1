"""Values that a place may set, by name: "votes/CSTDCS", "quotas/CSTDCS-of-LDTT"."""

import re
from collections.abc import Mapping

from thidua.law.faults import Fault
from thidua.law.local import values
from thidua.law.local.faults import Check, Faults, join

HONOUR = r"(?P<honour>[A-Z][A-Z0-9_]*)"
SPAN = re.compile(r"[1-9]\d* (day|working_day)")
span = values.matching(SPAN, "không phải số ngày", 'Viết "7 working_day" hoặc "10 day"')
# The name's pattern, how its value is written, what it is.
NAMES: dict[str, tuple[re.Pattern[str], Check, str]] = {
    "votes": (re.compile(f"votes/{HONOUR}"), values.whole(1, 100), "votes/MÃ: % tổng số thành viên Hội đồng"),
    "quotas": (
        re.compile(rf"quotas/{HONOUR}-of-(?P<of>[A-Z][A-Z0-9_]*|members|collectives|year)"),
        values.whole(),
        "quotas/MÃ-of-MÃ (%), quotas/MÃ-of-members (%), quotas/MÃ-of-year (số lượng một năm)",
    ),
    "prizes": (re.compile(f"prizes/{HONOUR}"), values.multiple, "prizes/MÃ: số lần mức lương cơ sở"),
    "topups": (
        re.compile(f"topups/{HONOUR}"),
        values.multiple,
        "topups/MÃ: thưởng thêm, số lần mức lương cơ sở",
    ),
    "topups_vnd": (
        re.compile(f"topups_vnd/{HONOUR}"),
        values.whole(1000),
        "topups_vnd/MÃ: thưởng thêm, số đồng",
    ),
    "publicity": (
        re.compile(f"publicity/(?P<where>province|village|portal)-{HONOUR}"),
        span,
        "publicity/province-MÃ: thời gian công khai",
    ),
    "sets": (re.compile(f"sets/{HONOUR}"), values.whole(1, 10), "sets/MÃ: số bộ hồ sơ"),
    "councils": (
        re.compile(r"councils/(?P<what>quorum|present)"),
        values.portion,
        "councils/quorum, councils/present: phần thành viên phải có mặt",
    ),
}
# A multiple that a norm mentions but that isn't known is written as null; nothing else may be empty.
MAY_BE_UNKNOWN = ("prizes",)


def parts_of(name: str) -> tuple[str, Mapping[str, str]] | None:
    """The family of a value and the codes in its name; None when no value bears such a name."""
    family = name.partition("/")[0]
    found = NAMES[family][0].fullmatch(name) if family in NAMES else None
    return (family, found.groupdict()) if found else None


def check_value(row: Mapping[object, object], path: str, faults: Faults) -> None:
    name = row.get("name")
    if not isinstance(name, str):
        return
    known = parts_of(name)
    if known is None:
        allowed = "; ".join(described for _, _, described in NAMES.values())
        faults.append(Fault(join(path, "name"), f"Không có giá trị «{name}»", allowed))
        return
    family, named = known
    if row.get("value") is not None:
        is_share = family == "quotas" and named["of"] != "year"
        check = values.whole(0, 100) if is_share else NAMES[family][1]
        check(row["value"], join(path, "value"), faults)
    elif family not in MAY_BE_UNKNOWN:
        faults.append(Fault(join(path, "value"), "Thiếu giá trị này", NAMES[family][2]))
