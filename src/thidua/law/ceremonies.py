"""How honours are conferred: which provision asks for what, and in which order they are called."""

from dataclasses import dataclass
from datetime import date

from thidua.law.cite import Cite, Confidence
from thidua.law.honours import catalogue

LAW_B, LAW_C = date(2024, 1, 1), date(2025, 7, 1)
# Law 06/2022/QH15 article 82.1: who decides, or whom he authorises, confers.
PRESENTER = Cite("06/2022/QH15", "82", "1")
KINDS = ("collective", "household", "person")


@dataclass(frozen=True, slots=True)
class CeremonyLaw:
    """NĐ 98/2023 article 25: combined with another event, in descending order, solemn and thrifty."""

    cite: Cite
    confidence: Confidence
    note_vi: str = ""
    note_en: str = ""


def ceremony_law(on: date) -> CeremonyLaw | None:
    """None before the first day that was read. Since 1 July 2025 the former article, with a warning."""
    former = Cite("98/2023/NĐ-CP", "25")
    if on < LAW_B:
        return None
    if on < LAW_C:
        return CeremonyLaw(former, Confidence.SECONDARY)
    return CeremonyLaw(
        former,
        Confidence.UNVERIFIED,
        "Chưa đọc được điều tương ứng của Nghị định 152/2025/NĐ-CP; hãy kiểm tra văn bản gốc.",
        "The article of Decree 152/2025/NĐ-CP that follows it has not been read; check the original text.",
    )


def calling_order(honour: str, kind: str) -> tuple[int, int]:
    """To sort by: the highest honour first; of one honour collectives, then households, then persons."""
    known = catalogue().get(honour)
    return (known.rank if known else len(catalogue()) + 1, KINDS.index(kind))
