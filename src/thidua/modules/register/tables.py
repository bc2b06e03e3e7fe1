"""The list of this module as a table."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text
from thidua.modules.register.names import honour_name


def _first(row: Any) -> Any:
    """The conferral itself, whose decision it is; the row may be a later wording."""
    return row.refers_to or row


def _decision(row: Any) -> str:
    return str(_first(row).decision_number)


def _decided_on(row: Any) -> date | None:
    decided: date | None = _first(row).decided_on
    return decided


def _state(row: Any) -> str:
    if row.is_revoked:
        return _now("revoked")
    return _now("in force") if row.is_checked else _now("not yet compared")


REGISTER = Table(
    "register",
    _("Register of commendations"),
    (
        Column(
            "ten",
            _("Name, post"),
            (
                Cell(_("Honorific"), "honorific", width=10),
                Cell(_("Full name or name"), "name", width=30),
                Cell(_("Post"), "post", width=24),
            ),
        ),
        Column(
            "hinh_thuc",
            _("Honour"),
            (
                Cell(_("Honour"), lambda row: honour_name(row.honour), width=30),
                Cell(_("Period"), "period_label"),
                Cell(_("Year"), lambda row: str(row.year), width=8),
            ),
        ),
        text("don_vi", _("Unit"), "unit_name", 36),
        Column(
            "quyet_dinh",
            _("Decision"),
            (
                Cell(_("Decision"), _decision),
                day(_("Day of the decision"), _decided_on),
                Cell(_("Decided by"), "decided_by", width=36),
                number(_("Number in the book"), "place"),
            ),
        ),
        text("loai", _("Ground"), "get_ground_display"),
        text("trang_thai", _("State"), _state),
    ),
)
