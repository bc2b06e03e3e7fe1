"""What a record states about possible obstacles, in the words of an officer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from thidua.law import facts

DISCIPLINE = {
    "reprimand": "khiển trách",
    "warning": "cảnh cáo",
    "pay_cut": "hạ bậc lương",
    "demotion": "giáng chức",
    "removal": "cách chức",
    "dismissal": "buộc thôi việc",
}
PENDING = {
    "discipline": "đang xem xét kỷ luật",
    "investigation": "đang điều tra",
    "inspection": "đang thanh tra, kiểm tra",
    "complaint": "khiếu nại, tố cáo đang xác minh",
    "press": "báo chí nêu, đang xác minh",
}
LEAVE = {
    "maternity": "nghỉ thai sản",
    "sick": "nghỉ ốm",
    "injury": "nghỉ điều trị do dũng cảm cứu người, tài sản",
    "study": "đi đào tạo, bồi dưỡng",
    "unpaid": "nghỉ không lương",
    "other": "nghỉ khác",
}
RESULTS = {"xuat_sac": "xuất sắc", "gioi": "giỏi", "kha": "khá", "trung_binh": "trung bình"}
VIOLATIONS = {
    "crime": "bị truy cứu trách nhiệm hình sự",
    "military_duty": "vi phạm nghĩa vụ quân sự",
    "tax_duty": "vi phạm nghĩa vụ nộp thuế",
    "child_marriage": "tảo hôn",
    "public_order": "gây rối trật tự công cộng",
    "gambling": "đánh bạc",
    "social_evil": "tệ nạn xã hội",
    "fire_safety": "vi phạm phòng cháy, chữa cháy",
    "domestic_violence": "bạo lực gia đình",
}


def day(when: date | None) -> str:
    return f"{when:%d/%m/%Y}" if when else "chưa rõ ngày"


def discipline(item: facts.Discipline) -> str:
    return f"{DISCIPLINE[item.kind]}, {day(item.on)}" + (f", đến {day(item.until)}" if item.until else "")


def pending(item: facts.Pending) -> str:
    ended = "đã kết luận không vi phạm" if item.cleared else f"từ {day(item.since)}"
    return f"{PENDING[item.kind]}, {ended}" + (f", đến {day(item.until)}" if item.until else "")


def leave(item: facts.Leave) -> str:
    length = f" {item.days} ngày" if item.days is not None else ""
    length = f" {item.months} tháng" if item.months is not None else length
    year = f", năm {item.year}" if item.year else ""
    result = f", kết quả {RESULTS[item.result]}" if item.result else ""
    return f"{LEAVE[item.kind]}{length}{year}{result}"


def work(item: facts.Work) -> str:
    where = "tại đơn vị" if item.place == "same" else "nơi khác"
    if item.months is not None:
        return f"{item.months} tháng {where}"
    return f"từ {day(item.since)} {where}"


def violation(item: facts.Violation) -> str:
    return f"{VIOLATIONS[item.kind]}, năm {item.year}"


SAYERS: dict[type, Callable[[Any], str]] = {
    facts.Discipline: discipline,
    facts.Pending: pending,
    facts.Leave: leave,
    facts.Work: work,
    facts.Violation: violation,
}


def said(stated: object) -> str:
    """A list of the record, or what it says of registration, in words."""
    if isinstance(stated, bool):
        return "Đã đăng ký" if stated else "Không đăng ký thi đua"
    assert isinstance(stated, tuple)
    words = "; ".join(SAYERS[type(item)](item) for item in stated)
    return f"{words[0].upper()}{words[1:]}" if words else "Không có"
