"""The lists of this module as tables."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

TIPS = Table(
    "tips",
    _("Good deeds told"),
    (
        Column("ngay", _("Told on"), (day(_("Told on"), "told_on"),)),
        Column(
            "viec",
            _("The good deed"),
            (
                Cell(_("The good deed"), "deed", width=60),
                Cell(_("By whom it was done"), "who", width=28),
                Cell(_("Where"), "place", width=28),
            ),
        ),
        Column(
            "don_vi",
            _("Unit"),
            (
                Cell(_("Unit"), "organisation.name", width=36),
                Cell(_("How it was told"), "get_source_display"),
            ),
        ),
        Column("ngay_lam", _("Day it was done"), (day(_("Day it was done"), "deed_on"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
EXEMPLARS = Table(
    "exemplars",
    _("Exemplars"),
    (
        Column(
            "ten",
            _("Name"),
            (
                Cell(_("Name"), "name", width=28),
                Cell(_("Person, collective or household"), "get_kind_display"),
                Cell(_("Status group"), "get_status_group_display"),
            ),
        ),
        Column(
            "viec",
            _("Deed or achievement"),
            (
                Cell(_("Deed or achievement"), "deed", width=60),
                day(_("Day it was done"), "deed_on"),
                Cell(_("Place it was done"), "deed_place", width=28),
            ),
        ),
        text("don_vi", _("Unit"), "organisation.name", 36),
        Column("ngay", _("Found on"), (day(_("Found on"), "found_on"),)),
        Column("tin", _("Tips"), (number(_("Tips"), "n_tips"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
