"""Marks as signs with their words, made once for a page: five hundred units have twelve thousand of them."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from thidua.modules.duty.parts import Mark, Month

SIGNS = {Mark.COMMENDED: "✓", Mark.PROPOSED: "↑", Mark.NOTHING: "–", Mark.TOLD: "○", Mark.OPEN: "·"}
WORDS: dict[Mark, Promise] = {
    Mark.COMMENDED: _("commended"),
    Mark.PROPOSED: _("has proposed"),
    Mark.NOTHING: _("none, with a reason"),
    Mark.TOLD: _("told of, not proposed yet"),
    Mark.OPEN: _("nothing yet"),
}
TONES = {
    Mark.COMMENDED: "good",
    Mark.PROPOSED: "gold",
    Mark.NOTHING: "plain",
    Mark.TOLD: "wait",
    Mark.OPEN: "plain",
}


def drawn(mark: Mark) -> SafeString:
    return format_html(
        '<span class="sign sign-{}" role="img" aria-label="{}">{}</span>', mark, WORDS[mark], SIGNS[mark]
    )


class Cells:
    """The cells of a page's months."""

    def __init__(self) -> None:
        marks = {mark: drawn(mark) for mark in Mark}
        self._cells = {
            (own, upward): format_html("<td>{}{}</td>", marks[own], marks[upward])
            for own in Mark
            for upward in Mark
        }
        self._empty = format_html("<td>{}</td>", "")

    def of(self, months: Iterable[Month | None]) -> SafeString:
        cells = (self._cells[month.own, month.upward] if month else self._empty for month in months)
        return mark_safe("".join(cells))  # noqa: S308 -- each was made by format_html


def legend() -> list[tuple[SafeString, Promise]]:
    return [(drawn(mark), WORDS[mark]) for mark in Mark]
