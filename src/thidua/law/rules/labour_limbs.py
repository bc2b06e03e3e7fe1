"""What the Labour Order's rules of all periods share."""

from typing import Any

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import SECONDARY, all_of, c, judged, one_of

A, B = "15/2003/QH11", "06/2022/QH15"
BASES = {"HCLD3": "award:BK_TTG", "HCLD2": "award:HCLD3", "HCLD1": "award:HCLD2"}
ARTICLES = {"HCLD3": 44, "HCLD2": 43, "HCLD1": 42}
DECREE_ARTICLES = {"HCLD3": 24, "HCLD2": 23, "HCLD1": 22}
RESULTS: dict[str, Any] = {"by": "results", "vi": "Kết quả hằng năm", "en": "Yearly results"}
CO_CP, CO_TINH, BK_TINH = "title:CO_CP", "title:CO_TINH", "award:BK_TINH"
MODEL_YEARS = {"HCLD3": 3, "HCLD2": 4, "HCLD1": 5}


def invention(cite: str) -> Condition:
    return judged(
        "invention", cite, "contribution",
        "Có phát minh, sáng chế, công trình, tác phẩm xuất sắc", "An invention or outstanding work",
    )  # fmt: skip


def international_prize(cite: str) -> Condition:
    return judged("prize", cite, "sudden", "Được giải thưởng quốc tế cao", "A high international prize")


# Months in post by rank (thidua.law.posts), as decree 65/2014 lists them for service since 1954.
LONG_SERVICE_65 = {
    "HCLD1": {1: 0, 2: 60, 3: 180},
    "HCLD2": {3: 120, 4: 180},
    "HCLD3": {3: 72, 4: 120},
}
# Decree 152/2025 article 21 lists the third class, a province's table of decree 98/2023 the first; where the third
# ends, the second begins. That both decrees agree is inferred.
LONG_SERVICE_98 = {
    "HCLD1": {1: 0, 2: 60, 3: 120, 5: 180},
    "HCLD2": {2: 36, 3: 60, 4: 96, 5: 120, 6: 180},
    "HCLD3": {3: 36, 4: 60, 5: 72, 6: 120},
}
LONG_SERVICE_ARTICLES = {"HCLD1": 19, "HCLD2": 20, "HCLD3": 21}


def career(
    cite: str, decree: str | None = None, *, months: dict[int, int] | None = None, list_of: str = "65"
) -> Condition:
    """Long service: by a decree's list of posts where it is at hand, else weighed."""
    listed = (
        [
            c(
                "held_post",
                "held_post",
                decree,
                confidence=SECONDARY,
                months_by_rank=months,
                listed=list_of,
                vi="Giữ chức vụ đủ thời gian theo danh mục của nghị định (nữ được giảm)",
                en="Held posts of the decree's list long enough (less for women)",
            )
        ]
        if decree and months
        else [
            judged(
                "long_service",
                cite,
                None,
                "Có quá trình cống hiến lâu dài trong cơ quan, tổ chức, đơn vị",
                "Long service in office",
            )
        ]
    )
    return all_of(
        "career", cite, *listed, by="career", vi="Quá trình cống hiến", en="Long service",
    )  # fmt: skip


def farmer(
    cite: str, times: int, years: int, scope: str = "province", confidence: Confidence = Confidence.TEXT
) -> Condition:
    of = f"initiative:{scope}:initiative"
    return all_of(
        "farmer", cite, c("is_farmer", "group", cite, confidence=confidence, any_of=("farmer",)),
        one_of(
            "initiatives_or_model", cite,
            c("initiatives", "count", cite, confidence=confidence, of=of, at_least=times),
            c(
                "model", "model", cite, confidence=confidence, years=years, scope=scope,
                vi=f"Mô hình sản xuất hiệu quả, ổn định từ {years:02d} năm trở lên, giúp hộ khác, tạo việc làm",
                en=f"A model of {years} years or more that helps others and gives jobs",
            ),
        ),
        by="work", vi="Nông dân có sáng kiến hoặc mô hình sản xuất", en="A farmer with initiatives or a model",
    )  # fmt: skip
