"""Limbs that several forms of commendation share."""

from collections.abc import Iterable
from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import c, judged

LABOURERS = ("worker", "farmer")


def in_movement(cite: str, launched_by: Iterable[str], **how: Any) -> Condition:
    """Distinguished in a movement; took_part alone doesn't do."""
    return c(
        "movement", "movement", cite, by="movement",
        launched_by=tuple(launched_by), result=("leader", "outstanding"), **how,
        vi=_movement_vi(how), en="Distinguished in an emulation movement",
    )  # fmt: skip


def _movement_vi(how: dict[str, Any]) -> str:
    years = f" có thời gian từ {how['years']:02d} năm trở lên" if how.get("years") else ""
    return f"Có thành tích xuất sắc được bình xét trong phong trào thi đua{years}"


def sudden(cite: str) -> Condition:
    return judged(
        "sudden", cite, "sudden",
        "Lập được thành tích xuất sắc đột xuất, có phạm vi ảnh hưởng",
        "A sudden feat with influence",
    )  # fmt: skip


def contribution(cite: str) -> Condition:
    return judged(
        "contribution", cite, "contribution",
        "Có đóng góp vào phát triển kinh tế - xã hội, từ thiện nhân đạo",
        "Contributed to the economy, society or charity",
    )  # fmt: skip


def household_gifts(cite: str) -> Condition:
    return judged(
        "household_gifts", cite, "contribution",
        "Hộ gia đình gương mẫu, có nhiều đóng góp về công sức, đất đai, tài sản",
        "Exemplary household with large contributions of labour, land or assets",
    )  # fmt: skip


def labourers(cite: str, part: Condition) -> Condition:
    """A limb open to workers and farmers only."""
    return c(
        "labourers", "all_of", cite,
        c("labourer", "group", cite, any_of=LABOURERS), part,
        by="work",
        vi="Công nhân, nông dân, người lao động", en="Workers, farmers and labourers",
    )  # fmt: skip


def entrepreneurs(cite: str) -> Condition:
    """Business people, intellectuals and enterprises have a limb of their own."""
    return c(
        "entrepreneurs", "all_of", cite,
        c("entrepreneur", "group", cite, any_of=("entrepreneur",)),
        judged(
            "recognised", cite, None,
            "Có thành tích đóng góp được Bộ, ban, ngành, tỉnh công nhận",
            "Contributions recognised by the ministry or province",
        ),
        by="contribution",
        vi="Doanh nhân, trí thức, doanh nghiệp", en="Business people and enterprises",
    )  # fmt: skip


def labour_feats(cite: str) -> Condition:
    return judged(
        "labour_feats", cite, None,
        "Có nhiều thành tích trong lao động, sản xuất, có phạm vi ảnh hưởng",
        "Many achievements in labour and production with influence",
    )  # fmt: skip
