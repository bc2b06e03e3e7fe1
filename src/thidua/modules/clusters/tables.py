"""The lists of this module as tables."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.documents.spreadsheet import ColumnKind
from thidua.foundation.tables import Cell, Column, Table, day, number, text
from thidua.modules.clusters.models import YearState
from thidua.modules.clusters.sources import source_in_words


def _points(title: str | Promise, of: Callable[[Any], Decimal | None]) -> Cell:
    def as_float(row: Any) -> float | None:
        value = of(row)
        return None if value is None else float(value)

    return Cell(title, as_float, ColumnKind.POINTS, 12)


def _column(name: str, title: str | Promise, of: Callable[[Any], Decimal | None]) -> Column:
    return Column(name, title, (_points(title, of),))


CLUSTERS = Table(
    "clusters",
    _("Clusters and blocks"),
    (
        Column(
            "ten",
            _("Name"),
            (Cell(_("Name"), "name", width=48), Cell(_("Kind"), "get_kind_display", width=28)),
        ),
        Column(
            "thanh_lap",
            _("Body that set it up"),
            (
                Cell(_("Body that set it up"), "authority", width=36),
                Cell(_("Number of the paper"), "paper_number"),
                day(_("Day of the paper"), "paper_on"),
            ),
        ),
        text("truong", _("Head today"), "head", 36),
        Column("so", _("Members"), (number(_("Members"), "n_members"),)),
        Column(
            "nam",
            _("Newest year"),
            (
                Cell(_("Newest year"), "year_label"),
                Cell(
                    _("State"),
                    lambda row: YearState(row.year_state).label if row.year_state else "",
                    width=28,
                ),
            ),
        ),
    ),
)
# A row of these is (tally, place).
RESULT = Table(
    "cluster_result",
    _("Result table"),
    (
        text("don_vi", _("Member"), lambda row: row[0].card.member.name, 48),
        text("trang_thai", _("State"), lambda row: row[0].card.get_state_display(), 28),
        text("kiem_tra", _("Cross-checked by"), lambda row: getattr(row[0].card.checker, "name", ""), 40),
        _column("diem", _("Total"), lambda row: row[0].total),
        Column("phieu", _("Vote"), (number(_("Vote"), lambda row: row[0].card.vote_points),)),
        Column("xep_hang", _("Rank"), (number(_("Rank"), lambda row: row[1]),)),
    ),
)
# A row of these is (group, line) of a card: the sheet as it is sent to whoever runs the block.
CARD = Table(
    "scorecard",
    _("Scorecard"),
    (
        text("nhom", _("Group of criteria"), lambda row: row[0].group.name, 36),
        text("tieu_chi", _("Criterion"), lambda row: row[1].criterion.name, 60),
        text("cach", _("How it is scored"), lambda row: row[1].rule, 48),
        _column("toi_da", _("Maximum points"), lambda row: row[1].criterion.most),
        _column("ket_qua", _("Entered"), lambda row: row[1].score and row[1].score.figure),
        _column("tu_cham", _("Own points"), lambda row: row[1].score and row[1].score.own),
        _column("cheo", _("Cross-check"), lambda row: row[1].score and row[1].score.checked),
        _column("tinh", _("Counted"), lambda row: row[1].counted),
        text("theo", _("Whose points count"), lambda row: source_in_words(row[1].source), 24),
        text(
            "dien_giai",
            _("Note and evidence"),
            lambda row: _words(row[1].score),
            60,
        ),
    ),
)


def _words(score: Any) -> str:
    """The note, the reasons, and what the evidence is called."""
    if score is None:
        return ""
    parts = [score.note, score.check_reason, score.settle_reason]
    parts += [one.label for one in score.evidence.all()]
    return "; ".join(part for part in parts if part)
