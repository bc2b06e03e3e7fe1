"""The arguments of each kind of condition: for checking local rules, for forms, for documentation."""

from dataclasses import dataclass

from thidua.law.columns import SCOPES
from thidua.law.conditions.candidate import GROUPS_VI, PARTS
from thidua.law.conditions.conduct import SEVERITY
from thidua.law.local import values
from thidua.law.local.faults import Check
from thidua.law.offices import NAMES_VI as OFFICES
from thidua.law.rules.delegated import ALWAYS, FINED

YEARS = 60


@dataclass(frozen=True, slots=True)
class Argument:
    """`shape` says how a form asks for it: text, whole, truth, choice, choices, series."""

    label_vi: str
    label_en: str
    shape: str
    check: Check
    options: tuple[str, ...] = ()
    is_required: bool = True


def _number(vi: str, en: str, low: int = 1, high: int = YEARS, *, required: bool = True) -> Argument:
    return Argument(vi, en, "whole", values.whole(low, high), (), required)


def _truth(vi: str, en: str) -> Argument:
    return Argument(vi, en, "truth", values.truth, (), is_required=False)


def _choice(vi: str, en: str, options: tuple[str, ...], *, required: bool = True) -> Argument:
    return Argument(vi, en, "choice", values.one_of(options), options, required)


def _choices(vi: str, en: str, options: tuple[str, ...], *, required: bool = True) -> Argument:
    return Argument(vi, en, "choices", values.many_of(options), options, required)


def _said(*, required: bool) -> dict[str, Argument]:
    return {
        "vi": Argument("Câu tiếng Việt", "Sentence in Vietnamese", "text", values.text, (), required),
        "en": Argument("Câu tiếng Anh", "Sentence in English", "text", values.text, (), is_required=False),
    }


SAID, MAY_SAY = _said(required=True), _said(required=False)
OF = Argument("Sự kiện theo năm", "Yearly fact", "series", values.series)
AT_LEAST = _number("Ít nhất", "At least")
NARROWING = {
    "after": Argument("Sau lần khen", "After the merit of", "series", values.merit, (), is_required=False),
    "fresh": Argument(
        "Thành tích chưa được khen bằng",
        "Merit not rewarded yet by",
        "series",
        values.merit,
        (),
        is_required=False,
    ),
    "clean": _truth("Chỉ tính năm sau kỷ luật", "Whole years after discipline"),
    "last": _number("Trong số năm gần nhất", "In the last years", required=False),
    "run": Argument(
        "Trong chuỗi năm liên tục", "Within the run of", "series", values.series, (), is_required=False
    ),
}
ENDING = _choice("Chuỗi kết thúc", "The run ends", ("latest", "asked", "any"), required=False)
PART = _choice("Phần tập thể", "Part of the members", tuple(PARTS))
LAUNCHERS = tuple(code for code in OFFICES if code not in ("giam_doc", "chu_tich_hdqt", "hdnd_tinh"))
LAUNCHED_BY = (*LAUNCHERS, "dang_uy", "doan_the")
DISCIPLINE = _choice("Từ hình thức", "From", SEVERITY)

KIND_ARGUMENTS: dict[str, dict[str, Argument]] = {
    "in_year": {"of": OF, **MAY_SAY},
    "count": {"of": OF, "at_least": AT_LEAST, **NARROWING},
    "run": {"of": OF, "at_least": AT_LEAST, "ending": ENDING, **NARROWING},
    "run_holding": {
        "of": OF,
        "at_least": AT_LEAST,
        "holding": Argument("Trong đó có", "Holding", "series", values.series),
        "times": _number("Số lần", "Times"),
        **NARROWING,
    },
    "steps": {"of": OF, "at_least": AT_LEAST, "apart": _number("Cách nhau (năm)", "Years apart")},
    "older": {"of": OF},
    "no_grade": {},
    "group": {
        "any_of": _choices("Nhóm đối tượng", "Groups", tuple(GROUPS_VI)),
        "unknown_too": _truth("Nhận cả khi chưa rõ nhóm", "An unknown group too"),
        "stated": _truth("Chỉ nhận khi hồ sơ ghi rõ", "Only when stated"),
    },
    "share": {
        "part": PART,
        "percent": _number("Tỷ lệ %", "Percent", 0, 100),
        "more_than": _truth("Phải trên tỷ lệ đó", "More than"),
    },
    "members": {
        "part": PART,
        "at_least": _number("Ít nhất (người)", "At least", 0, 100_000, required=False),
        "at_most": _number("Nhiều nhất (người)", "At most", 0, 100_000, required=False),
    },
    "age": {"at_least": AT_LEAST},
    "truth": {
        "of": _choice(
            "Điều được ghi nhận",
            "Statement",
            ("all_completed", "gets_flags", "leads_block", "dissolved", "training"),
        ),
        "want": _truth("Phải đúng (mặc định) hay phải sai", "Must be true"),
        "presumed": _truth("Không nêu thì coi là đạt", "Silence is agreement"),
        **SAID,
    },
    "movement": {
        "launched_by": _choices("Cấp phát động", "Launched by", LAUNCHED_BY),
        "result": _choices("Kết quả", "Result", ("leader", "outstanding", "took_part")),
        "years": _number("Thời gian phong trào từ (năm)", "Years it ran", required=False),
        "stage": _choices("Đợt", "Stage", ("interim", "final"), required=False),
        **SAID,
    },
    "model": {
        "years": _number("Số năm", "Years"),
        "scope": _choice("Phạm vi", "Scope", tuple(SCOPES)),
        **SAID,
    },
    "service": {
        "months": _number("Từ (tháng)", "Months", 1, 720),
        "below": _number("Dưới (tháng)", "Below", 1, 720, required=False),
        "hardship_factor": _number("Hệ số vùng khó", "Factor of hard posts", 1, 10, required=False),
        **SAID,
    },
    "nothing_pending": SAID,
    "discipline_over": SAID,
    "no_discipline_in_year": {"from": DISCIPLINE, **SAID},
    "never_disciplined": {"from": DISCIPLINE, **SAID},
    "worked": {"months": _number("Số tháng", "Months", 1, 720), **SAID},
    "leave_short": {"days": _number("Dưới (ngày)", "Days", 1, 366), **SAID},
    "study_counts": {"fair_from_months": _number("Học từ (tháng) phải khá", "Fair from", 0, 120), **SAID},
    "registered": SAID,
    "no_violation": {
        "when_fined": _choices("Khi đã bị xử phạt", "When fined", FINED),
        "always": _choices("Trong mọi trường hợp", "Always", ALWAYS),
        **SAID,
    },
    "maternity_counts": SAID,
    "presumed": SAID,
    "judgement": SAID,
    "local_rule": SAID,
    "never": SAID,
    "all_of": MAY_SAY,
    "one_of": MAY_SAY,
    "none_of": MAY_SAY,
}
COMPOSITES = ("all_of", "one_of", "none_of")
COLLECTIVES_ONLY = ("share", "members", "age")
INDIVIDUALS_ONLY = ("group", "service", "worked", "leave_short", "study_counts")
HOUSEHOLDS_ONLY = ("no_violation",)

KIND_LABELS: dict[str, tuple[str, str]] = {
    "in_year": ("Năm đề nghị có", "In the year proposed"),
    "count": ("Có đủ số lần", "So many times"),
    "run": ("Liên tục nhiều năm", "Years in a row"),
    "run_holding": ("Liên tục nhiều năm, trong đó có", "Years in a row that hold"),
    "steps": ("Nhiều lần, cách đều năm", "Titles so many years apart"),
    "older": ("Sự kiện của năm trước, chưa dùng", "Unused, from an earlier year"),
    "no_grade": ("Không thuộc diện xếp loại", "Not graded"),
    "group": ("Thuộc nhóm đối tượng", "Belongs to a group"),
    "share": ("Tỷ lệ trong tập thể", "Share of the members"),
    "members": ("Số người trong tập thể", "Number of members"),
    "age": ("Tập thể đã hoạt động số năm", "Years of existence"),
    "truth": ("Điều ghi nhận về tập thể", "A statement holds"),
    "movement": ("Thành tích trong phong trào thi đua", "Distinguished in a movement"),
    "model": ("Mô hình sản xuất của nông dân", "A farmer's model"),
    "service": ("Thời gian công tác liên tục", "Unbroken service"),
    "nothing_pending": ("Không có việc đang xem xét", "Nothing is pending"),
    "discipline_over": ("Không đang thi hành kỷ luật", "No discipline is running"),
    "no_discipline_in_year": ("Không bị kỷ luật trong năm", "No discipline in the year"),
    "never_disciplined": ("Chưa từng bị kỷ luật", "Never disciplined"),
    "worked": ("Đủ thời gian làm việc", "Worked long enough"),
    "leave_short": ("Nghỉ dưới số ngày", "Leave under so many days"),
    "study_counts": ("Đào tạo được tính", "Courses count"),
    "registered": ("Đã đăng ký thi đua", "Registered"),
    "no_violation": ("Hộ không có vi phạm", "No violation in the household"),
    "maternity_counts": ("Nghỉ thai sản được tính", "Maternity leave counts"),
    "presumed": ("Giả định đạt, trừ khi có thông tin ngược lại", "Presumed"),
    "judgement": ("Hội đồng, thủ trưởng xem xét", "Needs judgement"),
    "local_rule": ("Để văn bản khác quy định (chưa nạp)", "Left to another rule"),
    "never": ("Không được áp dụng", "Never"),
    "all_of": ("Tất cả các điều kiện sau", "All of"),
    "one_of": ("Một trong các điều kiện sau", "One of"),
    "none_of": ("Không điều kiện nào sau đây", "None of"),
}
