"""QR codes of a batch are added up; each is the code that the library makes by itself."""

import re

import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.documents.compose.codes import QUIET, Series, drawings

LINK = "https://vidu.hanoi.gov.vn/xac-minh/"
SIGNS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=12, max_size=12)


def made(url: str) -> bytes:
    return b"".join(map(bytes, segno.make(url, error="m", micro=False, mask=0, mode="byte").matrix))


@settings(max_examples=25, deadline=None)
@given(first=SIGNS, others=st.lists(SIGNS, min_size=1, max_size=4))
def test_a_code_added_up_is_the_code_made(first, others):
    series = Series(LINK + first)
    for other in others:
        assert series.modules(LINK + other) == made(LINK + other)


def read_back(svg: str) -> bytes:
    """The modules that the runs of the drawing cover."""
    n = int(re.search(r'width="(\d+)"', svg)[1]) - 2 * QUIET
    dark = {
        (int(y) - QUIET, int(x) - QUIET + step)
        for x, y, width in re.findall(r"M(\d+) (\d+)\.5h(\d+)", svg)
        for step in range(int(width))
    }
    return bytes((y, x) in dark for y in range(n) for x in range(n))


def test_drawings_come_in_order_whatever_their_lengths_and_letters():
    urls = [f"{LINK}A1", f"{LINK}B22", f"{LINK}C3", f"{LINK}ĐÀ", f"{LINK}D44"]
    assert [read_back(one) for one in drawings(urls)] == [made(url) for url in urls]
