"""What shuts an honour whatever else is true."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    CIRCULAR_15,
    DECREE_65,
    DECREE_91,
    LAW_2022,
    SECONDARY,
    TWO_LEVELS,
    UNVERIFIED,
    c,
)

Spans = Iterable[tuple[date | None, date | None, str, Confidence]]
PENDING: dict[str, Any] = {
    "vi": "Không có việc đang bị xem xét kỷ luật, điều tra, thanh tra, khiếu nại, tố cáo chưa kết luận",
    "en": "No discipline, investigation, inspection or complaint is unresolved",
}
DISCIPLINE_OVER: dict[str, Any] = {
    "vi": "Không trong thời gian thi hành kỷ luật",
    "en": "No discipline is running",
}


def dated(kind: str, cites: Spans, words: dict[str, Any]) -> tuple[Condition, ...]:
    """The same obstacle under the instruments that followed each other."""
    return tuple(
        c(kind, kind, cite, confidence=how, since=since, until=until, **words)
        for since, until, cite, how in cites
    )


NOTHING_PENDING = dated(
    "nothing_pending",
    (
        (None, DECREE_91, "42/2010/NĐ-CP", UNVERIFIED),
        (DECREE_91, date(2017, 12, 15), "91/2017/NĐ-CP 3", UNVERIFIED),
        (date(2017, 12, 15), date(2020, 1, 1), "08/2017/TT-BNV", SECONDARY),
        (date(2020, 1, 1), LAW_2022, "12/2019/TT-BNV", UNVERIFIED),
        (LAW_2022, TWO_LEVELS, "98/2023/NĐ-CP 4.4", SECONDARY),
        (TWO_LEVELS, None, "152/2025/NĐ-CP 4.4", SECONDARY),
    ),
    PENDING,
)
NO_RUNNING_DISCIPLINE = dated(
    "discipline_over",
    (
        (None, DECREE_91, "42/2010/NĐ-CP", UNVERIFIED),
        (DECREE_91, LAW_2022, "91/2017/NĐ-CP 3", UNVERIFIED),
        (LAW_2022, TWO_LEVELS, "98/2023/NĐ-CP 4.4", SECONDARY),
        (TWO_LEVELS, None, "152/2025/NĐ-CP 4.4", SECONDARY),
    ),
    DISCIPLINE_OVER,
)
REGISTERED = c(
    "registered", "registered", "15/2003/QH11 10.1.b", until=LAW_2022,
    vi="Đã đăng ký tham gia thi đua", en="Registered for emulation",
)  # fmt: skip
# Shown because officers still ask: since 2024 registration is no longer a basis of titles.
BASIS = c(
    "basis", "presumed", "06/2022/QH15 7", since=LAW_2022,
    vi="Căn cứ xét là phong trào, thành tích, tiêu chuẩn; không đòi đăng ký thi đua",
    en="The bases are movement, result and standard; registration is not one",
)  # fmt: skip
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
MATERNITY: dict[str, Any] = {
    "vi": "Thời gian nghỉ thai sản theo quy định được tính là thời gian làm việc",
    "en": "Statutory maternity leave counts as working time",
}
INJURY: dict[str, Any] = {
    "vi": "Thời gian điều trị do dũng cảm cứu người, cứu tài sản, chiến đấu được tính để xét",
    "en": "Treatment after a brave act or combat counts",
}
TRANSFER: dict[str, Any] = {
    "vi": "Chuyển công tác, biệt phái không mất thời gian: đơn vị mới (biệt phái: đơn vị cử) xét, có nhận xét nơi cũ",
    "en": "A transfer or secondment loses no time: the new (or sending) unit weighs it with the other's opinion",
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


NO_DISCIPLINE_IN_YEAR = dated(
    "no_discipline_in_year",
    (
        (None, DECREE_65, "02/2011/TT-BNV I.2", UNVERIFIED),
        (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.6", SECONDARY),
        (DECREE_91, LAW_2022, "91/2017/NĐ-CP 10.6", SECONDARY),
        (LAW_2022, CIRCULAR_15, "01/2024/TT-BNV 1.5.d", UNVERIFIED),
        (CIRCULAR_15, None, "15/2025/TT-BNV", UNVERIFIED),
    ),
    DISCIPLINED,
)
# "Lao động tiên tiến", "Chiến sĩ tiên tiến" and every title that asks for their standard.
# Maternity, and injury in a brave act, count as work in all periods and are never an obstacle.
ADVANCED_WORKER = (
    *dated(
        "worked",
        (
            (None, DECREE_65, "02/2011/TT-BNV I.2", UNVERIFIED),
            (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.6", SECONDARY),
            (DECREE_91, LAW_2022, "91/2017/NĐ-CP 10.6", SECONDARY),
        ),
        recruited(10),
    ),
    *dated(
        "worked",
        (
            (LAW_2022, CIRCULAR_15, "01/2024/TT-BNV 1.5.d", SECONDARY),
            (CIRCULAR_15, None, "15/2025/TT-BNV", UNVERIFIED),
        ),
        recruited(6),
    ),
    *dated(
        "leave_short",
        (
            (None, DECREE_65, "02/2011/TT-BNV I.2", UNVERIFIED),
            (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.6", SECONDARY),
        ),
        FORTY_DAYS,
    ),
    *NO_DISCIPLINE_IN_YEAR,
    *dated(
        "study_counts",
        ((None, DECREE_65, "02/2011/TT-BNV I.2.a", SECONDARY),),
        study(0),
    ),
    *dated(
        "study_counts",
        (
            (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.3", SECONDARY),
            (DECREE_91, LAW_2022, "91/2017/NĐ-CP 10", SECONDARY),
            (LAW_2022, CIRCULAR_15, "01/2024/TT-BNV 1.5", UNVERIFIED),
            (CIRCULAR_15, None, "15/2025/TT-BNV", UNVERIFIED),
        ),
        study(12),
    ),
    *dated(
        "maternity_counts",
        (
            (None, DECREE_65, "02/2011/TT-BNV I.2", SECONDARY),
            (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.4", SECONDARY),
            (DECREE_91, LAW_2022, "91/2017/NĐ-CP 10.4", SECONDARY),
            (LAW_2022, TWO_LEVELS, "98/2023/NĐ-CP 4.5", SECONDARY),
            (TWO_LEVELS, None, "152/2025/NĐ-CP 4.5", SECONDARY),
        ),
        MATERNITY,
    ),
    *dated(
        "injury_counts",
        (
            (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.2", SECONDARY),
            (DECREE_91, LAW_2022, "91/2017/NĐ-CP 10", UNVERIFIED),
            (LAW_2022, CIRCULAR_15, "01/2024/TT-BNV 1.5", SECONDARY),
            (CIRCULAR_15, None, "15/2025/TT-BNV", UNVERIFIED),
        ),
        INJURY,
    ),
    *dated(
        "transfer_counts",
        (
            (DECREE_65, DECREE_91, "65/2014/NĐ-CP 5.5", SECONDARY),
            (DECREE_91, LAW_2022, "91/2017/NĐ-CP 10.5", UNVERIFIED),
            (LAW_2022, CIRCULAR_15, "01/2024/TT-BNV 1.5", UNVERIFIED),
            (CIRCULAR_15, None, "15/2025/TT-BNV", UNVERIFIED),
        ),
        TRANSFER,
    ),
)

FORMS = (*NOTHING_PENDING, *NO_RUNNING_DISCIPLINE)
TITLES = (*NOTHING_PENDING, REGISTERED, BASIS)
