"""The shape of each kind of question and of its answer."""

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.law.cases import shape as s
from thidua.law.faults import Fault
from thidua.law.honours import catalogue

HONOURS = frozenset(catalogue())
HONOUR = s.one_of(HONOURS)
LEVELS = frozenset(
    [
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
)
OFFICES = LEVELS | {"giam_doc", "chu_tich_hdqt"}
COMPETENT = LEVELS | {"hdnd_tinh", "decider", "proposer"}
PAPERS = frozenset(
    [
        "to_trinh",
        "van_ban_de_nghi",
        "bao_cao",
        "bien_ban",
        "chung_nhan",
        "y_kien",
        "ket_qua_phieu",
        "de_nghi_hoi_dong",
        "bang_tong_hop",
        "danh_sach",
        "don",
    ]
)
UNITS = ("day", "working_day", "date")
VERDICTS = ("yes", "no", "unknown")
REVOKING = (
    "false_declaration",
    "forged_file",
    "improper_review",
    "conclusion",
    "prison",
    "life_or_death",
)
ACTS = ("set_criteria", "form_block", "recognise_effect", "pay", "revoke", "strip")
STEPS = ("submit", "appraise", "decide", "forward_reissue", "return_reissue", "submit_strip", "recover")
ITEM = s.keys(
    {"honour": HONOUR, "kind": s.one_of(("individual", "collective", "household"))},
    {
        "for_years": s.span,
        "decided_on": s.day,
        "issuer": s.one_of(LEVELS),
        "era": s.one_of(("resistance", "renovation")),
    },
)


def _items(value: Any, where: str) -> Iterator[Fault]:
    yield from s.keys({"items": s.each(ITEM)})(value, where)
    items = value.get("items") if isinstance(value, dict) else None
    if items == []:
        yield Fault(where, "không có khoản nào", "ghi ít nhất một khoản")
    for n, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and item.get("honour") == "GK" and "issuer" not in item:
            yield Fault(f"{where}.items[{n}].issuer", "thiếu khóa này", "giấy khen cần biết ai tặng")


def _vote(value: Any, where: str) -> Iterator[Fault]:
    counts = ("members", "present", "in_favour")
    faults = list(s.keys({"honour": HONOUR, **dict.fromkeys(counts, s.whole(1))})(value, where))
    yield from faults
    if not faults and max(value["present"], value["in_favour"]) > value["members"]:
        yield Fault(where, "nhiều phiếu hơn số thành viên", "kiểm tra lại các con số")


def _revoke(value: Any, where: str) -> Iterator[Fault]:
    yield from s.keys({"honour": HONOUR, "ground": s.one_of(REVOKING)}, {"in_period": s.truth})(value, where)
    if isinstance(value, dict) and (value.get("ground") == "conclusion") is not ("in_period" in value):
        yield Fault(f"{where}.in_period", "chỉ đi cùng ground: conclusion", "thêm hoặc bỏ khóa này")


def _two(value: Any, where: str) -> Iterator[Fault]:
    yield from s.each(HONOUR)(value, where)
    if isinstance(value, list) and len(value) != 2:
        yield Fault(where, f"có {len(value)} mã", "ghi đúng hai mã")


SERVED = s.one_of(HONOURS | {"recognition"})
ASKS: Mapping[str, s.Check] = {
    "eligible": HONOUR,
    "barred": HONOUR,
    "prize": _items,
    "decides": HONOUR,
    "powers": s.one_of(OFFICES),
    "competent": s.keys({"act": s.one_of(ACTS), "honour": HONOUR}, {"at": s.one_of(LEVELS)}),
    "quota": s.keys(
        {"honour": HONOUR, "of": s.one_of(HONOURS | {"members", "collectives", "year"}), "base": s.whole(1)}
    ),
    "vote": _vote,
    "publicise": HONOUR,
    "deadline": s.keys(
        {"step": s.one_of(STEPS)},
        {
            "honour": HONOUR,
            "level": s.one_of(LEVELS | {"central"}),
            "year": s.year,
            "consult": s.truth,
        },
    ),
    "dossier": HONOUR,
    "reissue": s.keys(
        {"honour": HONOUR, "reason": s.one_of(("lost", "damaged", "never_received"))},
        {"cause": s.one_of(("objective", "own_fault")), "awarded": s.year},
    ),
    "revoke": _revoke,
    "tenure": s.keys({"honour": HONOUR, "general_months": s.whole(1)}, {"higher_retirement_age": s.truth}),
    "together": s.keys({"honours": _two}, {"same_achievement": s.truth, "same_year": s.truth}),
    "reuse": s.keys({"what": s.one_of(("initiative",)), "used_for": SERVED, "for": SERVED}),
}
GROUNDS = s.one_of(("results", "movement", "sudden", "contribution", "work", "career", "years"))
CONTEXT: Mapping[str, Mapping[str, s.Check]] = {
    "eligible": {"year": s.year, "by": GROUNDS},
    "barred": {"year": s.year, "by": GROUNDS},
}
# Context without which the question says too little.
NEEDED: Mapping[str, Mapping[str, s.Check]] = {
    "decides": {"at": s.one_of(LEVELS)},
    "publicise": {"where": s.one_of(("portal", "province", "village"))},
    "dossier": {"want": s.one_of(("sets", "documents"))},
}


def _money(value: Any, where: str) -> Iterator[Fault]:
    if value != "unknown":
        yield from s.whole()(value, where)
        if isinstance(value, int) and value % 10_000:
            yield Fault(where, f"{value} không tròn chục nghìn đồng", "làm tròn lên chục nghìn đồng")


def _codes(allowed: frozenset[str]) -> s.Check:
    return lambda value, where: s.each(s.one_of(allowed))(
        value if isinstance(value, list) else [value], where
    )


def _count_or(word: str) -> s.Check:
    return lambda value, where: iter(()) if value == word else s.whole()(value, where)


def _papers(value: Any, where: str) -> Iterator[Fault]:
    return s.each(s.one_of(PAPERS))(value, where) if isinstance(value, list) else s.whole(1)(value, where)


ANSWERS: Mapping[str, s.Check] = {
    "prize": _money,
    "decides": _codes(LEVELS),
    "powers": s.each(HONOUR),
    "competent": _codes(COMPETENT),
    "quota": _count_or("none"),
    "dossier": _papers,
    "tenure": s.whole(),
}
TIMED = ("publicise", "deadline")


def answer_of(kind: str, expect: Mapping[str, Any], where: str) -> Iterator[Fault]:
    answer, unit = expect["answer"], expect.get("unit")
    if kind in TIMED:
        yield from (s.day if unit == "date" else s.whole())(answer, f"{where}.answer")
    else:
        yield from ANSWERS.get(kind, s.one_of(VERDICTS))(answer, f"{where}.answer")
    if (kind in TIMED) is (unit is None):
        yield Fault(
            f"{where}.unit", "chỉ đi cùng câu hỏi về thời hạn", f"ghi {', '.join(UNITS)}, hoặc bỏ khóa"
        )
