"""The list of this module as a table."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

CEREMONIES = Table(
    "ceremonies",
    _("Award ceremonies"),
    (
        Column(
            "dip",
            _("Occasion"),
            (Cell(_("Occasion"), "title", width=50), Cell(_("Held within"), "combined_with", width=40)),
        ),
        Column("ngay", _("Day"), (day(_("Day"), "on"),)),
        text("noi", _("Place"), "venue", 36),
        Column(
            "nguoi",
            _("Number of recipients"),
            (number(_("Number of recipients"), "n_recipients"), number(_("Invited"), "n_invited")),
        ),
        Column(
            "tien",
            _("Planned cost, đồng"),
            (number(_("Planned cost, đồng"), "planned_cost"), number(_("Actual cost, đồng"), "actual_cost")),
        ),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
