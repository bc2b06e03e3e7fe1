"""The list of this module as a table."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from thidua.documents.wording import document_number
from thidua.foundation.tables import Cell, Column, Table, day, number, text


def _number(row: Any) -> str:
    return document_number(row.number, row.symbol) if row.number else ""


DECISIONS = Table(
    "decisions",
    _("Decisions on commendation"),
    (
        text("so", _("Number"), _number),
        Column(
            "ve_viec",
            _("About"),
            (
                Cell(_("About"), "title", width=60),
                Cell(_("Kind"), "get_kind_display"),
                Cell(_("Body"), "organisation.name", width=36),
            ),
        ),
        Column("so_luong", _("How many"), (number(_("How many"), "n_items"),)),
        Column("tien_thuong", _("Prizes"), (number(_("Prizes (đồng)"), "total_prize"),)),
        Column(
            "ky", _("Signed"), (day(_("Signed"), "signed_on"), Cell(_("Signer"), "signer.name", width=24))
        ),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)

TIMELINESS = Table(
    "timeliness",
    _("Timeliness of commendation"),
    (
        text("don_vi", _("Unit"), "unit.name", 40),
        Column("de_nghi", _("Proposals"), (number(_("Proposals"), "n"),)),
        Column("da_quyet_dinh", _("Those decided"), (number(_("Those decided"), "n_decided"),)),
        Column("gioi_thieu", _("Days to the tip"), (number(_("Days to the tip"), "tip"),)),
        Column("den_de_nghi", _("Days to the proposal"), (number(_("Days to the proposal"), "proposal"),)),
        Column("den_quyet_dinh", _("Days to the decision"), (number(_("Days to the decision"), "decision"),)),
        Column("den_trao", _("Days to the conferral"), (number(_("Days to the conferral"), "conferral"),)),
    ),
)
