"""Generated Vietnamese names: the people of the demonstration do not exist."""

from random import Random

FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Trịnh Mai Tô Lương Tạ Cao"
).split()
WEIGHTS = [30, 12, 10, 7, 5, 3, 5, 5, 3, 4, 3, 3, 2, 2, 2, 1, 2, 2, 1, 2, 2, 1, 1, 1, 1]
FEMALE_MIDDLE = "Thị Thu Minh Ngọc Thanh Bích Kim Phương Hồng Diệu Khánh Tuyết".split()
MALE_MIDDLE = "Văn Đức Quang Hữu Minh Đình Xuân Công Thành Ngọc Trọng Tuấn".split()
FEMALE_GIVEN = (
    "Anh Ánh Bình Chi Châu Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hòa Huệ Huyền Hương Lan Liên Linh Loan Ly Mai My "
    "Nga Ngân Nguyệt Nhàn Nhung Oanh Phượng Quyên Quỳnh Tâm Thảo Thủy Thư Trang Trinh Tú Uyên Vân Yến"
).split()
MALE_GIVEN = (
    "An Bảo Bình Cường Chiến Dũng Duy Đạt Đăng Đông Đức Giang Hải Hiếu Hiệp Hoàng Hùng Huy Hưng Khánh Khoa Kiên Lâm "
    "Long Lộc Mạnh Minh Nam Nghĩa Phong Phúc Phước Quân Quý Sơn Tài Tân Thắng Thành Thịnh Tiến Toàn Trung Tuấn Tùng Việt"
).split()
STREETS = ("Hoa Sữa", "Bằng Lăng", "Phượng Vĩ", "Hoa Ban", "Sấu Xanh", "Lộc Vừng", "Ngọc Lan", "Hoàng Lan")


class Names:
    """Names that do not come twice, from one stream of chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._given: set[str] = set()

    def person(self, *, is_female: bool) -> str:
        while True:
            name = self._one(is_female=is_female)
            if name not in self._given:
                self._given.add(name)
                return name

    def _one(self, *, is_female: bool) -> str:
        pick = self._chance.choice
        family = self._chance.choices(FAMILIES, WEIGHTS)[0]
        middles, givens = (FEMALE_MIDDLE, FEMALE_GIVEN) if is_female else (MALE_MIDDLE, MALE_GIVEN)
        words = [family, pick(middles)]
        if is_female and words[1] == "Thị" and self._chance.random() < 0.6:
            words.append(pick(FEMALE_MIDDLE[1:]))
        given = pick(givens)
        return " ".join([*words, given]) if given != words[-1] else " ".join([*words, "Hà"])

    def address(self) -> str:
        return f"Số {self._chance.randint(1, 180)} phố {self._chance.choice(STREETS)} (minh họa)"
