import pytest

from thidua.documents.compose.breaks import broken


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("SỞ NỘI VỤ", ["SỞ NỘI VỤ"]),
        ("ỦY BAN NHÂN DÂN PHƯỜNG HAI BÀ TRƯNG", ["ỦY BAN NHÂN DÂN", "PHƯỜNG HAI BÀ TRƯNG"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"]),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"]),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ NGÔ QUYỀN", ["TRƯỜNG TRUNG HỌC CƠ SỞ", "NGÔ QUYỀN"]),
        ("CÔNG TY TRÁCH NHIỆM HỮU HẠN AN GIA", ["CÔNG TY TRÁCH NHIỆM", "HỮU HẠN AN GIA"]),
    ],
)
def test_a_long_name_is_broken_where_the_proper_name_begins_or_evenly(name, lines):
    assert broken(name, 12, 185, bold=True).split("\n") == lines


def test_a_name_too_long_for_two_lines_is_left_to_the_page():
    name = "BAN CHẤP HÀNH ĐOÀN THANH NIÊN " * 4
    assert broken(name.strip(), 12, 185) == name.strip()
