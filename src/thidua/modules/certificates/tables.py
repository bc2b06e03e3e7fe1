"""The list of certificates as a table."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, text

CERTIFICATES = Table(
    "certificates",
    _("Certificates"),
    (
        Column(
            "ten",
            _("Recipient"),
            (
                Cell(_("Honorific"), "honorific", width=12),
                Cell(_("Name as printed"), "name", width=32),
                Cell(_("Post, unit or address"), "description", width=44),
            ),
        ),
        text("khen", _("Award"), "award", 32),
        Column(
            "quyet_dinh",
            _("Decision"),
            (
                Cell(_("Decision"), "entry.decision_number"),
                day(_("Signed"), "entry.decided_on"),
                Cell(_("Number in the register"), "entry.place"),
            ),
        ),
        text("don_vi", _("Unit"), "organisation.name", 36),
        Column(
            "giao",
            _("Given on"),
            (
                day(_("Given on"), "handed_over_on"),
                Cell(_("Name of the receiver"), "handed_to", width=30),
                Cell(_("Received by"), "get_receiver_display", width=24),
                Cell(_("Where, on what occasion"), "hand_note", width=36),
            ),
        ),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)

BLANKS = Table(
    "blanks",
    _("Stock of blanks"),
    (
        text("so", _("Number of the blank"), str, 18),
        text("trang_thai", _("What became of it"), "get_fate_display"),
        text("nguoi_nhan", _("Recipient"), "certificate.name", 32),
        text("quyet_dinh", _("Decision"), "certificate.entry.decision_number", 20),
        Column("ngay", _("Day"), (day(_("Day"), "on"),)),
        text("ghi_chu", _("What happened to it"), "note", 40),
    ),
)
