"""What shuts an honour whatever else is true."""

from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    CIRCULAR_15,
    DECREE_91,
    LAW_2022,
    SECONDARY,
    TWO_LEVELS,
    UNVERIFIED,
    c,
)

PENDING: dict[str, Any] = {
    "vi": "Không có việc đang bị xem xét kỷ luật, điều tra, thanh tra, khiếu nại, tố cáo chưa kết luận",
    "en": "No discipline, investigation, inspection or complaint is unresolved",
}
DISCIPLINE_OVER: dict[str, Any] = {
    "vi": "Không trong thời gian thi hành kỷ luật",
    "en": "No discipline is running",
}

# 08/2017/TT-BNV stood from the end of 2017; what came before it said the same, by what is known.
NOTHING_PENDING: tuple[Condition, ...] = (
    c(
        "pending", "nothing_pending", "08/2017/TT-BNV",
        confidence=SECONDARY, until=LAW_2022, **PENDING,
    ),
    c(
        "pending", "nothing_pending", "98/2023/NĐ-CP 4",
        confidence=UNVERIFIED, since=LAW_2022, until=TWO_LEVELS, **PENDING,
    ),
    c(
        "pending", "nothing_pending", "152/2025/NĐ-CP 4.4",
        confidence=SECONDARY, since=TWO_LEVELS, **PENDING,
    ),
)  # fmt: skip

NO_RUNNING_DISCIPLINE: tuple[Condition, ...] = (
    c(
        "discipline_over", "discipline_over", "91/2017/NĐ-CP 3",
        confidence=UNVERIFIED, until=LAW_2022, **DISCIPLINE_OVER,
    ),
    c(
        "discipline_over", "discipline_over", "98/2023/NĐ-CP 4",
        confidence=UNVERIFIED, since=LAW_2022, until=TWO_LEVELS, **DISCIPLINE_OVER,
    ),
    c(
        "discipline_over", "discipline_over", "152/2025/NĐ-CP 4.4",
        confidence=SECONDARY, since=TWO_LEVELS, **DISCIPLINE_OVER,
    ),
)  # fmt: skip

REGISTERED = c(
    "registered", "registered", "15/2003/QH11 10.1.b", until=LAW_2022,
    vi="Đã đăng ký tham gia thi đua", en="Registered for emulation",
)  # fmt: skip
# Shown because officers still ask for it: since 2024 it is no longer a basis.
NOT_DISSOLVED = c(
    "not_dissolved", "truth", "15/2025/TT-BNV", since=CIRCULAR_15, confidence=SECONDARY,
    of="dissolved", presumed=True, want=False,
    vi="Tập thể không phải là cơ quan, đơn vị đã kết thúc hoạt động sau sắp xếp",
    en="The collective has not ended after re-organisation",
)  # fmt: skip


def recruited(months: int) -> dict[str, Any]:
    return {
        "months": months,
        "vi": f"Không thuộc trường hợp mới tuyển dụng dưới {months:02d} tháng",
        "en": f"Not recruited less than {months} months ago",
    }


DISCIPLINED: dict[str, Any] = {
    "from": "reprimand",
    "vi": "Không bị kỷ luật từ khiển trách trở lên trong năm",
    "en": "No discipline from a reprimand up in the year",
}
FORTY_DAYS: dict[str, Any] = {
    "days": 40,
    "vi": "Không nghỉ từ 40 ngày làm việc trở lên (trừ thai sản, tai nạn do dũng cảm cứu người)",
    "en": "Less than forty working days of other leave",
}


def study(fair_from: int) -> dict[str, Any]:
    if fair_from == 0:
        vi = "Thời gian đào tạo, bồi dưỡng có kết quả từ khá trở lên"
    else:
        vi = "Đào tạo dưới 01 năm chấp hành quy định; từ 01 năm trở lên có kết quả từ khá trở lên"
    return {"fair_from_months": fair_from, "vi": vi, "en": "Courses count as working time"}


# "Lao động tiên tiến", "Chiến sĩ tiên tiến" and every title that asks for their standard.
# Maternity, and injury in a brave act, count as work in all periods and are never an obstacle.
ADVANCED_WORKER: tuple[Condition, ...] = (
    c(
        "recruited", "worked", "65/2014/NĐ-CP 5.6",
        confidence=UNVERIFIED, until=DECREE_91, **recruited(10),
    ),
    c("leave", "leave_short", "65/2014/NĐ-CP 5.6", confidence=SECONDARY, until=DECREE_91, **FORTY_DAYS),
    c(
        "disciplined", "no_discipline_in_year", "65/2014/NĐ-CP 5.6",
        confidence=UNVERIFIED, until=DECREE_91, **DISCIPLINED,
    ),
    c("study", "study_counts", "02/2011/TT-BNV I.2.a", confidence=SECONDARY, until=DECREE_91, **study(0)),
    c(
        "recruited", "worked", "91/2017/NĐ-CP 10.6",
        confidence=SECONDARY, since=DECREE_91, until=LAW_2022, **recruited(10),
    ),
    c(
        "disciplined", "no_discipline_in_year", "91/2017/NĐ-CP 10.6",
        confidence=SECONDARY, since=DECREE_91, until=LAW_2022, **DISCIPLINED,
    ),
    c(
        "study", "study_counts", "91/2017/NĐ-CP 10",
        confidence=SECONDARY, since=DECREE_91, until=LAW_2022, **study(12),
    ),
    c(
        "recruited", "worked", "01/2024/TT-BNV 1.5.d",
        confidence=SECONDARY, since=LAW_2022, until=CIRCULAR_15, **recruited(6),
    ),
    c(
        "disciplined", "no_discipline_in_year", "01/2024/TT-BNV 1.5.d",
        confidence=UNVERIFIED, since=LAW_2022, until=CIRCULAR_15, **DISCIPLINED,
    ),
    c(
        "study", "study_counts", "01/2024/TT-BNV 1.5",
        confidence=UNVERIFIED, since=LAW_2022, until=CIRCULAR_15, **study(12),
    ),
    c("recruited", "worked", "15/2025/TT-BNV", confidence=UNVERIFIED, since=CIRCULAR_15, **recruited(6)),
    c(
        "disciplined", "no_discipline_in_year", "15/2025/TT-BNV",
        confidence=UNVERIFIED, since=CIRCULAR_15, **DISCIPLINED,
    ),
    c("study", "study_counts", "15/2025/TT-BNV", confidence=UNVERIFIED, since=CIRCULAR_15, **study(12)),
)  # fmt: skip

COMMON = NOTHING_PENDING
FORMS = (*NOTHING_PENDING, *NO_RUNNING_DISCIPLINE)
TITLES = (*NOTHING_PENDING, REGISTERED)
