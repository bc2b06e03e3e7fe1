"""Days on which professions and deeds are honoured: occasions with which a ceremony may be combined."""

from dataclasses import dataclass
from datetime import date

DAYS = (
    (3, 2, "Ngày thành lập Đảng Cộng sản Việt Nam"),
    (27, 2, "Ngày Thầy thuốc Việt Nam"),
    (8, 3, "Ngày Quốc tế Phụ nữ"),
    (26, 3, "Ngày thành lập Đoàn TNCS Hồ Chí Minh"),
    (30, 4, "Ngày Giải phóng miền Nam, thống nhất đất nước"),
    (1, 5, "Ngày Quốc tế Lao động"),
    (19, 5, "Ngày sinh Chủ tịch Hồ Chí Minh"),
    (11, 6, "Ngày truyền thống thi đua yêu nước"),
    (21, 6, "Ngày Báo chí Cách mạng Việt Nam"),
    (27, 7, "Ngày Thương binh – Liệt sĩ"),
    (19, 8, "Ngày truyền thống Công an nhân dân"),
    (2, 9, "Ngày Quốc khánh"),
    (10, 10, "Ngày Giải phóng Thủ đô"),
    (13, 10, "Ngày Doanh nhân Việt Nam"),
    (20, 10, "Ngày Phụ nữ Việt Nam"),
    (18, 11, "Ngày Đại đoàn kết toàn dân tộc"),
    (20, 11, "Ngày Nhà giáo Việt Nam"),
    (22, 12, "Ngày thành lập Quân đội nhân dân Việt Nam"),
)


@dataclass(frozen=True, slots=True)
class HonouringDay:
    on: date
    name: str

    def days_left(self, on: date) -> int:
        return (self.on - on).days


def coming(on: date) -> list[HonouringDay]:
    """The next year's days, the nearest first."""
    found = []
    for day, month, name in DAYS:
        this_year = date(on.year, month, day)
        found.append(HonouringDay(this_year if this_year >= on else date(on.year + 1, month, day), name))
    return sorted(found, key=lambda one: one.on)
