"""Printing on pre-printed blanks: broken and made smaller within limits, where the layout says, as far off as the printer."""

from dataclasses import replace

import pytest

from factories.certificates import LATER, released
from factories.dossiers import Place
from factories.organisations import WardFactory, actor
from papers.reading import pages, sizes
from thidua.documents.fitting import CannotPlace, fitted
from thidua.documents.letters import Box, PlacedText
from thidua.documents.measure import width_of
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.modules.certificates import actions
from thidua.modules.certificates.blanks import FIRST, boxes_of, page, sample
from thidua.modules.certificates.models import BlankLayout, Printer, PrintState
from thidua.modules.files.api import path_of
from thidua.modules.organisations.api import Role

BOX = Box(x=20, y=50, width=100, height=14, points=20, smallest=12)
SAID = "Đã có thành tích xuất sắc trong phong trào thi đua năm học"


def put(text: str, **box: object) -> PlacedText:
    return PlacedText(field="merit", text=text, box=replace(BOX, **box))


def test_what_fits_stays_as_large_as_it_is() -> None:
    assert fitted(put("Giấy khen")) == type(fitted(put("x")))(20, ("Giấy khen",))


def test_a_long_text_is_broken_evenly_then_made_smaller() -> None:
    found = fitted(put(SAID))
    assert (found.points, len(found.lines)) == (20 - 0.5 * round((20 - found.points) / 0.5), 2)
    assert " ".join(found.lines) == SAID
    widths = [width_of(line, found.points) / 72 * 25.4 for line in found.lines]
    assert max(widths) <= 100
    assert min(widths) > 0.6 * max(widths)


def test_a_name_is_rather_smaller_than_broken() -> None:
    name = "Bà Nguyễn Hoàng Phương Thảo Nguyên"
    assert fitted(put(name, whole=True, bold=True)).lines == (name,)
    assert fitted(put(name, whole=True, bold=True)).points < 20


@pytest.mark.parametrize("text", [SAID * 3, "W" * 60])
def test_below_the_smallest_letters_it_is_refused(text: str) -> None:
    with pytest.raises(CannotPlace, match="dài"):
        fitted(put(text))


@pytest.mark.parametrize("words", range(1, 40, 3))
def test_nothing_is_ever_wider_or_higher_than_its_box(words: int) -> None:
    try:
        found = fitted(put(" ".join(["thành tích"] * words)))
    except CannotPlace:
        return
    assert all(width_of(line, found.points) / 72 * 25.4 <= 100 for line in found.lines)
    assert (found.points + (len(found.lines) - 1) * found.points * 1.25) / 72 * 25.4 <= 14


def layout(at: Place, honour: str = "CSTDCS") -> BlankLayout:
    return actions.begin_layout(organisation=at.ward, honour=honour, name="Phôi 2026", actor=at.specialist)


def lay_out(at: Place, row: BlankLayout, **changed: object) -> BlankLayout:
    said = {"boxes": FIRST, "width": 297, "height": 210, "version": row.version} | changed
    return actions.lay_out(layout=row, actor=at.specialist, **said)


def test_one_layout_for_an_honour_and_only_the_desk_makes_it(at: Place) -> None:
    layout(at)
    with pytest.raises(actions.CannotLayOut, match="has its layout already"):
        layout(at)
    for who in (at.officer, actor(WardFactory(), Role.SPECIALIST)):
        with pytest.raises(Refused):
            actions.begin_layout(organisation=at.ward, honour="GK", name="x", actor=who)


def test_boxes_stay_on_the_blank(at: Place) -> None:
    row = layout(at)
    with pytest.raises(actions.CannotLayOut, match="beyond the blank"):
        lay_out(at, row, boxes={"name": replace(BOX, x=250)})
    with pytest.raises(actions.CannotLayOut, match="smallest letters"):
        lay_out(at, row, boxes={"name": replace(BOX, smallest=30)})
    kept = lay_out(at, row, boxes={"name": BOX})
    assert boxes_of(kept) == {"name": BOX}
    with pytest.raises(Conflict):
        lay_out(at, row, version=0)


def test_the_first_layout_takes_the_sample(at: Place) -> None:
    row = layout(at)
    assert all(fitted(text) for text in page(sample(row, LATER.date()), row).texts)


def printed(at: Place, batch: object, printer: Printer | None = None) -> object:
    (file,) = actions.ask_for_print(batch=batch, actor=at.clerk, now=LATER, on_blanks=True, printer=printer)
    actions.perform(file, lambda: LATER)
    file.refresh_from_db()
    return file


def test_on_blanks_only_what_the_layout_has_is_printed(at: Place) -> None:
    row = layout(at)
    lay_out(
        at,
        row,
        boxes={"name": FIRST["name"], "check": FIRST["check"]},
        width=297,
        height=200,
    )
    batch = released(at)
    off = Printer.objects.create(organisation=at.ward, name="Máy 1", right=2, down=-1)
    file = printed(at, batch, off)
    assert (file.state, file.problem) == (PrintState.DONE, "")
    content = path_of(file.paper.pdf.sha256).read_bytes()
    assert sizes(content) == [(297, 200)]
    (said,) = pages(content)
    assert "Bà Trần Thị Minh Châu" in said
    assert "112/QĐ-UBND" not in said
    (drawn,) = file.paper.letter["many"]
    assert (drawn["right"], drawn["down"]) == (2.0, -1.0)


def test_without_a_layout_the_honour_is_named(at: Place) -> None:
    with pytest.raises(actions.CannotPrint, match="Chiến sĩ thi đua cơ sở"):
        actions.ask_for_print(batch=released(at), actor=at.clerk, now=LATER, on_blanks=True)


def test_who_does_not_fit_is_named(at: Place) -> None:
    row = layout(at)
    lay_out(at, row, boxes={"name": replace(FIRST["name"], width=20, height=6, smallest=16)})
    file = printed(at, released(at))
    assert file.state == PrintState.FAILED
    assert file.problem.startswith("1. Bà Trần Thị Minh Châu: ")
