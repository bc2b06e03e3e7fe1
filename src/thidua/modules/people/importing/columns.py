"""The columns of a list of people; a title is matched without diacritics, in any order."""

from collections.abc import Sequence

from thidua.kernel.text import fold

# The first title of each is the one of the template.
TITLES = {
    "name": ("Họ và tên", "họ tên", "họ và tên khai sinh", "tên", "họ, tên", "họ và tên cán bộ"),
    "born": ("Ngày sinh", "ngày tháng năm sinh", "năm sinh", "ngày, tháng, năm sinh", "sinh ngày"),
    "sex": ("Giới tính", "nam/nữ", "phái"),
    "number": (
        "Số định danh",
        "số định danh cá nhân",
        "cccd",
        "số cccd",
        "căn cước",
        "số căn cước",
        "cmnd/cccd",
    ),
    "address": ("Địa chỉ", "nơi ở", "chỗ ở", "nơi thường trú", "thường trú"),
}
COLUMNS = {name: titles[0] for name, titles in TITLES.items()}
KNOWN = {fold(title): name for name, titles in TITLES.items() for title in titles}


def places(header: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; the first of two with one meaning."""
    found: dict[str, int] = {}
    for place, title in enumerate(header):
        name = KNOWN.get(fold(title).rstrip(":.* "))
        if name:
            found.setdefault(name, place)
    return found
