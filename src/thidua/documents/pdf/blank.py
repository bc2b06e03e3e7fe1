"""Pre-printed blanks as PDF: a batch to print, one as a picture on the blank's own, a sheet to calibrate a printer."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua.documents.compose.codes import drawings
from thidua.documents.fitting import fitted
from thidua.documents.letters import BlankPage, Emblem
from thidua.documents.pdf.press import press, press_picture

BATCH = 1000
SCREEN = 72
GRID = 10


def _drawn(page: BlankPage, codes: Iterator[str]) -> dict[str, object]:
    texts = []
    for one in page.texts:
        found, box = fitted(one), one.box
        texts.append(
            {
                "x": box.x, "y": box.y, "width": box.width, "height": box.height, "align": box.align,
                "points": found.points, "lines": found.lines, "bold": box.bold, "italic": box.italic, "red": box.red,
            }
        )  # fmt: skip
    code = None
    if page.code_box is not None and page.code_url:
        box = page.code_box
        side = min(box.width, box.height)
        code = {"x": box.x, "y": box.y, "side": side, "content": next(codes)}
    return {
        "width": page.width,
        "height": page.height,
        "right": page.right,
        "down": page.down,
        "texts": texts,
        "code": code,
    }


def _as_json(pages: Sequence[BlankPage], *, picture: Emblem | None = None, with_grid: bool = False) -> str:
    shown = {"form": picture.form, "content": list(picture.content)} if picture else None
    codes = drawings(page.code_url for page in pages if page.code_box is not None and page.code_url)
    content = {
        "pages": [_drawn(page, codes) for page in pages],
        "picture": shown,
        "grid": GRID if with_grid else 0,
    }
    return json.dumps(content, ensure_ascii=False)


def blanks_pdf(pages: Sequence[BlankPage]) -> bytes:
    if not 1 <= len(pages) <= BATCH:
        message = f"A print file holds 1 to {BATCH} blanks, not {len(pages)}."
        raise ValueError(message)
    return press("blank.typ", {"batch": _as_json(pages)}, pages[0].day)


def blank_picture(page: BlankPage, picture: Emblem | None) -> bytes:
    """As it will look on the blank, whose picture lies below."""
    still = replace(page, right=0, down=0)
    return press_picture("blank.typ", {"batch": _as_json([still], picture=picture)}, SCREEN)


def calibration_pdf(page: BlankPage) -> bytes:
    """A grid in centimetres and the boxes, to be printed on plain paper and held against a blank."""
    return press("blank.typ", {"batch": _as_json([page], with_grid=True)}, page.day)
