"""QR codes by the thousand.

Every module of a code is a sum (exclusive or) of bits of its text, as long as length, version and mask stay: error correction and
placing are linear. So a batch of links of one length needs a code for each sign in which they differ, and adds the rest up:
0.1 ms a code instead of 8. The best of the eight masks isn't looked for: readers take any.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import segno

QUIET = 2
DARK = re.compile(rb"\x01+")
PLAIN = re.compile(r"[ -~]+")


def drawings(urls: Iterable[str]) -> Iterator[str]:
    """Each as SVG, in the order given."""
    series: dict[int, Series] = {}
    for url in urls:
        if PLAIN.fullmatch(url):
            yield _drawn(series.setdefault(len(url), Series(url)).modules(url))
        else:
            yield _drawn(_made(url))


class Series:
    """Codes of links as long as the first; a byte for each module, row by row."""

    def __init__(self, first: str) -> None:
        self.first = first
        self.shares: dict[tuple[int, int], int] = {}

    @cached_property
    def first_made(self) -> bytes:
        return _made(self.first)

    def modules(self, url: str) -> bytes:
        total = int.from_bytes(self.first_made, "big")
        for place, (one, other) in enumerate(zip(url, self.first, strict=True)):
            if differing := ord(one) ^ ord(other):
                total ^= self._turned(place, differing)
        return total.to_bytes(len(self.first_made), "big")

    def _turned(self, place: int, differing: int) -> int:
        """The modules that turn when one sign of the text does."""
        if (place, differing) not in self.shares:
            sign = chr(ord(self.first[place]) ^ differing)
            changed = _made(self.first[:place] + sign + self.first[place + 1 :])
            turned = int.from_bytes(changed, "big") ^ int.from_bytes(self.first_made, "big")
            self.shares[place, differing] = turned
        return self.shares[place, differing]


def _made(url: str) -> bytes:
    return b"".join(bytes(row) for row in segno.make(url, error="m", micro=False, mask=0, mode="byte").matrix)


def _drawn(modules: bytes) -> str:
    n = round(len(modules) ** 0.5)
    rows = (modules[start : start + n] for start in range(0, n * n, n))
    lines = "".join(_runs(row, y) for y, row in enumerate(rows, QUIET))
    side = n + 2 * QUIET
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
    return f'{head}<path stroke="#000" d="{lines}"/></svg>'


def _runs(row: bytes, y: int) -> str:
    return "".join(f"M{run.start() + QUIET} {y}.5h{run.end() - run.start()}" for run in DARK.finditer(row))
