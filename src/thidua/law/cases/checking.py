"""Is a file of cases in the shape of the case format? Every fault, not only the first."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from thidua.law.cases import shape as s
from thidua.law.cases.loading import KINDS
from thidua.law.cases.questions import ASKS, CONTEXT, NEEDED, UNITS, answer_of
from thidua.law.faults import Fault
from thidua.law.honours import catalogue
from thidua.law.question import Group, Kind, Position, Sex

ID = re.compile(r"[CS]\d{3}[a-z]?")
PLACE = re.compile(r"[a-z]+(-[a-z]+)+")
PERSONAL = re.compile(r"[\w.]+@[\w.]+|(?<![\d/=_-])0\d{8,11}(?!\d)")
HONOUR = s.one_of(frozenset(catalogue()))
BY = s.one_of(("results", "movement", "sudden", "contribution", "work", "career", "years"))
SCOPE = s.one_of(("base", "district", "province", "ministry", "nation"))
OFFICES = [
    "xa",
    "huyen",
    "so",
    "tinh",
    "bo",
    "don_vi",
    "doanh_nghiep",
    "ttg",
    "chinh_phu",
    "ctn",
    "dang_uy",
    "doan_the",
]
PARTS = ("members", "ldtt", "cstdcs", "warned")
VIOLATIONS = (
    "crime",
    "military_duty",
    "tax_duty",
    "child_marriage",
    "public_order",
    "gambling",
    "social_evil",
    "fire_safety",
    "domestic_violence",
)
DISCIPLINE = ("reprimand", "warning", "pay_cut", "demotion", "removal", "dismissal")
PENDING = ("discipline", "investigation", "inspection", "complaint", "press")
LEAVE = ("maternity", "sick", "injury", "study", "unpaid", "other")
SPELL: dict[str, s.Check] = {"since": s.day, "until": s.day, "months": s.whole()}
RECORD = s.keys(
    {},
    {
        "titles": s.each(s.keys({"honour": HONOUR, "year": s.year})),
        "awards": s.each(
            s.keys({"honour": HONOUR}, {"year": s.year, "on": s.day, "for_years": s.span, "by": BY})
        ),
        "grades": s.each(
            s.keys({"year": s.year, "grade": s.one_of(("excellent", "good", "completed", "failed"))})
        ),
        "initiatives": s.each(
            s.keys(
                {"year": s.year, "scope": SCOPE},
                {"kind": s.one_of(("initiative", "topic")), "used_for": HONOUR},
            )
        ),
        "leave": s.each(
            s.keys(
                {"kind": s.one_of(LEAVE)},
                {
                    "year": s.year,
                    "days": s.whole(),
                    "months": s.whole(),
                    "result": s.one_of(("xuat_sac", "gioi", "kha", "trung_binh")),
                    "rules_obeyed": s.truth,
                },
            )
        ),
        "work": s.each(
            s.keys(
                {"place": s.one_of(("same", "other"))},
                {**SPELL, "status": s.one_of(("contract", "staff", "seconded")), "hardship": s.truth},
            )
        ),
        "discipline": s.each(s.keys({"kind": s.one_of(DISCIPLINE)}, {"on": s.day, "until": s.day})),
        "pending": s.each(
            s.keys({"kind": s.one_of(PENDING), "since": s.day}, {"until": s.day, "cleared": s.truth})
        ),
        "violations": s.each(s.keys({"kind": s.one_of(VIOLATIONS), "year": s.year}, {"fined": s.truth})),
        "movements": s.each(
            s.keys(
                {
                    "launched_by": s.one_of(OFFICES),
                    "years": s.whole(),
                    "result": s.one_of(("leader", "outstanding", "took_part")),
                    "stage": s.one_of(("interim", "final")),
                }
            )
        ),
        "models": s.each(
            s.keys(
                {"years": s.whole(), "scope": SCOPE},
                {"helps_households": s.truth, "creates_jobs": s.truth},
            )
        ),
        "posts": s.each(s.keys({"post": s.text}, SPELL)),
        "training": s.truth,
        "registered": s.truth,
        "collective": s.keys(
            {},
            {
                **dict.fromkeys(PARTS, s.whole()),
                "founded": s.year,
                **dict.fromkeys(("all_completed", "gets_flags", "leads_block", "dissolved"), s.truth),
            },
        ),
    },
)
CANDIDATE = s.keys(
    {"kind": s.one_of(get_args(Kind))},
    {
        "group": s.one_of(get_args(Group)),
        "position": s.one_of(get_args(Position)),
        "sex": s.one_of(get_args(Sex)),
        "contract": s.truth,
    },
)
CITE = s.keys({"instrument": s.text}, {"article": s.anything, "clause": s.anything, "point": s.text})
EXPECT = s.keys({"answer": s.anything, "cites": s.each(CITE), "because": s.text}, {"unit": s.one_of(UNITS)})
CASE = s.keys(
    {
        "id": s.text,
        "source": s.anything,
        "answered_by": s.text,
        "origin": s.one_of(("official", "relayed", "statute", "editorial")),
        "facts_from": s.one_of(("asker", "rule")),
        "on": s.day,
        "place": s.anything,
        "ask": s.anything,
        "expect": EXPECT,
    },
    {"candidate": CANDIDATE, "record": RECORD, "note": s.text},
)


def check_cases(rows: object) -> tuple[Fault, ...]:
    assert isinstance(rows, list)
    return (*(fault for n, row in enumerate(rows) for fault in _case(row, n)), *_twice(rows))


def _twice(rows: list[Any]) -> Iterator[Fault]:
    names = Counter(str(row.get("id")) for row in rows if isinstance(row, dict))
    for name, times in names.items():
        if times > 1:
            yield Fault(name, f"mã xuất hiện {times} lần", "đặt cho mỗi tình huống một mã riêng")


def _case(row: Any, n: int) -> Iterator[Fault]:
    where = str(row.get("id", f"[{n}]")) if isinstance(row, dict) else f"[{n}]"
    yield from CASE(row, where)
    if not isinstance(row, dict):
        return
    yield from _head(row, where)
    yield from _record(row.get("record"), f"{where}.record")
    yield from _ask(row, where)
    if PERSONAL.search(str({key: value for key, value in row.items() if key != "source"})):
        yield Fault(where, "có vẻ chứa số điện thoại, số định danh hoặc thư điện tử", "bỏ dữ liệu cá nhân")


def _head(row: dict[str, Any], where: str) -> Iterator[Fault]:
    if not ID.fullmatch(str(row.get("id"))):
        yield Fault(
            f"{where}.id", "mã không đúng dạng", "viết C hoặc S và ba chữ số, thêm một chữ cái nếu cần"
        )
    source, place = row.get("source"), row.get("place")
    if source is None and row.get("origin") != "statute":
        yield Fault(f"{where}.source", "thiếu địa chỉ nguồn", "ghi địa chỉ, hoặc đặt origin: statute")
    if source is not None and not str(source).startswith("http"):
        yield Fault(f"{where}.source", "không phải địa chỉ", "viết địa chỉ bắt đầu bằng http")
    if place is not None and not PLACE.fullmatch(str(place)):
        yield Fault(f"{where}.place", f"{place!r} không phải tỉnh", "viết null hoặc dạng ninh-thuan")


def _record(record: Any, where: str) -> Iterator[Fault]:
    """What contradicts itself."""
    if not isinstance(record, dict):
        return
    grades = record.get("grades")
    years = (
        Counter(g.get("year") for g in grades if isinstance(g, dict))
        if isinstance(grades, list)
        else Counter()
    )
    for when, times in years.items():
        if times > 1:
            yield Fault(f"{where}.grades", f"năm {when} có {times} mức xếp loại", "giữ một mức cho mỗi năm")
    counts = record.get("collective")
    counts = counts if isinstance(counts, dict) else {}
    members = counts.get("members")
    for part in PARTS[1:]:
        if isinstance(members, int) and isinstance(counts.get(part), int) and counts[part] > members:
            yield Fault(f"{where}.collective.{part}", "lớn hơn số thành viên", "kiểm tra lại hai con số")


def _ask(row: dict[str, Any], where: str) -> Iterator[Fault]:
    ask = row.get("ask")
    kinds = [kind for kind in KINDS if isinstance(ask, dict) and kind in ask]
    if len(kinds) != 1:
        yield Fault(f"{where}.ask", f"có {len(kinds)} loại câu hỏi", f"chọn đúng một: {', '.join(KINDS)}")
        return
    kind = kinds[0]
    wanted = {kind: ASKS[kind], **NEEDED.get(kind, {})}
    yield from s.keys(wanted, CONTEXT.get(kind))(ask, f"{where}.ask")
    yield from _needs(kind, row, where)
    expect = row.get("expect")
    if isinstance(expect, dict) and "answer" in expect:
        yield from answer_of(kind, expect, f"{where}.expect")


def _needs(kind: str, row: dict[str, Any], where: str) -> Iterator[Fault]:
    """What a kind of question cannot do without."""
    ask, candidate = row["ask"], row.get("candidate")
    if kind in ("eligible", "barred"):
        for name in ("candidate", "record"):
            if name not in row:
                yield Fault(
                    f"{where}.{name}", "thiếu khóa này", "câu hỏi về đối tượng cần cả candidate và record"
                )
        found = catalogue().get(str(ask[kind]))
        if found and found.is_yearly and not found.code.startswith("CO_") and "year" not in ask:
            yield Fault(f"{where}.ask.year", "thiếu năm xét", "danh hiệu hằng năm cần year")
    if kind == "tenure" and not (isinstance(candidate, dict) and "sex" in candidate):
        yield Fault(f"{where}.candidate.sex", "thiếu khóa này", "thời gian giữ chức vụ tùy giới tính")
