"""The lists of this module as tables."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

COUNCILS = Table(
    "councils",
    _("Councils"),
    (
        text("hoi_dong", _("Council"), "name", 50),
        text("co_quan", _("Body"), "organisation.name", 36),
        text("quyet_dinh", _("Set up by"), "decision", 36),
        Column("so_luong", _("Members"), (number(_("Members"), "n_members"),)),
        Column("nhiem_ky", _("In office"), (day(_("Since"), "since"), day(_("Until"), "until"))),
    ),
)
SITTINGS = Table(
    "sittings",
    _("Sittings and votes"),
    (
        Column(
            "phien",
            _("Sitting"),
            (Cell(_("Sitting"), "title", width=50), Cell(_("Form of the sitting"), "get_form_display")),
        ),
        Column(
            "hoi_dong",
            _("Council"),
            (Cell(_("Council"), "council.name", width=50), Cell(_("Body"), "organisation.name", width=36)),
        ),
        Column("ngay", _("Day"), (day(_("Day"), "held_on"),)),
        text("xet", _("Considers"), "get_subject_display"),
        Column("so_luong", _("Items"), (number(_("Items"), "n_items"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
