"""The instruments in force on a day, as a paper's căn cứ cites them.

Titles as they stand on the instruments; a statute is cited without its number (NĐ 30/2020, App. I, II.6a).
"""

from dataclasses import dataclass
from datetime import date

from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.letters import TERRITORIES


@dataclass(frozen=True, slots=True)
class Ground:
    text: str
    since: date
    until: date | None = None
    only_for_committees: bool = False

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


LAW_2022 = date(2024, 1, 1)
TWO_LEVELS = date(2025, 7, 1)
LOCAL = "Luật Tổ chức chính quyền địa phương ngày"
DETAIL = "quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng"
GROUNDS = (
    Ground(
        f"{LOCAL} 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức "
        "chính quyền địa phương ngày 22 tháng 11 năm 2019",
        date(2020, 7, 1),
        date(2025, 3, 1),
        only_for_committees=True,
    ),
    Ground(f"{LOCAL} 19 tháng 02 năm 2025", date(2025, 3, 1), date(2025, 6, 16), only_for_committees=True),
    Ground(f"{LOCAL} 16 tháng 6 năm 2025", date(2025, 6, 16), only_for_committees=True),
    Ground(
        "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, "
        "khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
        date(2014, 6, 1),
        LAW_2022,
    ),
    Ground("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", LAW_2022),
    Ground(
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026",
        date(2026, 10, 1),
    ),
    Ground(
        "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của "
        "Luật Thi đua, khen thưởng",
        date(2017, 10, 1),
        LAW_2022,
    ),
    Ground(
        f"Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ {DETAIL}", LAW_2022, TWO_LEVELS
    ),
    Ground(
        "Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ quy định về phân định thẩm quyền của chính "
        "quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Nội vụ",
        TWO_LEVELS,
        date(2027, 3, 1),
        only_for_committees=True,
    ),
    Ground(
        "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong "
        f"lĩnh vực thi đua, khen thưởng; {DETAIL}",
        TWO_LEVELS,
        date(2027, 3, 1),
    ),
)


def instruments(organisation: Organisation, on: date) -> list[str]:
    is_committee = organisation.kind in TERRITORIES
    return [g.text for g in GROUNDS if g.holds(on) and (is_committee or not g.only_for_committees)]
