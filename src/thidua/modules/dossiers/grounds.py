"""The căn cứ of a unit's submittal: the statute and the decree in force on a day, as they name themselves."""

from collections.abc import Iterator
from datetime import date

LAW_OF_2022 = date(2024, 1, 1)
# Since which day each is the law, the newest first (titles as they stand on the instruments).
STATUTES = (
    (LAW_OF_2022, "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
    (
        date(2014, 6, 1),
        (
            "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, "
            "khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013"
        ),
    ),
)
DECREES = (
    (
        date(2025, 7, 1),
        (
            "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong "
            "lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng"
        ),
    ),
    (
        LAW_OF_2022,
        (
            "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của "
            "Luật Thi đua, khen thưởng"
        ),
    ),
    (
        date(2017, 10, 1),
        (
            "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của "
            "Luật Thi đua, khen thưởng"
        ),
    ),
)


def legal(on: date) -> Iterator[str]:
    """The statute and the decree in force on the day."""
    for texts in (STATUTES, DECREES):
        in_force = next((text for since, text in texts if since <= on), "")
        if in_force:
            yield f"Căn cứ {in_force}"
