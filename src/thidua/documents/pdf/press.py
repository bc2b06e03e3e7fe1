"""The one typst compiler of a process: reading the fonts anew would cost more than the drawing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

from typst import Compiler

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
ARCHIVAL: Final = "a-2b"
UNDATED = date(2000, 1, 1)
# The compiler keeps what it laid out for its next ten papers: after a thousand certificates that is half a gigabyte.
LARGE, KEPT_FOR = 1_000_000, 10
_press_is_free = Lock()


@cache
def _compiler() -> Compiler:
    return Compiler(root=HERE, font_paths=[FONTS], ignore_system_fonts=True)


def timestamp(day: date | None) -> int:
    """The instant written into the file: the paper's own day, not the clock's."""
    shown = day or UNDATED
    return int(datetime.combine(shown, time(12), tzinfo=UTC).timestamp())


def press(template: str, inputs: Mapping[str, str], day: date | None) -> bytes:
    """The PDF of a template in this folder, the same bytes for the same inputs."""
    with _press_is_free:
        drawn = _compiler().compile(
            input=HERE / template,
            format="pdf",
            sys_inputs=dict(inputs),
            pdf_standards=ARCHIVAL,
            timestamp=timestamp(day),
        )
        if sum(map(len, inputs.values())) > LARGE:
            _forget()
    if not isinstance(drawn, bytes):
        message = f"{template} was not drawn as one file."
        raise TypeError(message)
    return drawn


def _forget() -> None:
    """Empty papers push out what is kept; they take no time."""
    for _ in range(KEPT_FOR + 1):
        _compiler().compile(input=b"", format="png", ppi=1)


def press_picture(template: str, inputs: Mapping[str, str], dots_per_inch: int) -> bytes:
    """The first page as PNG, to be looked at on a screen."""
    with _press_is_free:
        drawn = _compiler().compile(
            input=HERE / template, format="png", sys_inputs=dict(inputs), ppi=dots_per_inch
        )
    pages = drawn if isinstance(drawn, list) else [drawn]
    first = pages[0]
    if not isinstance(first, bytes):
        message = f"{template} has no page."
        raise TypeError(message)
    return first
