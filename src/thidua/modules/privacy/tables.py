from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Column, Table, day, text

REQUESTS = Table(
    "data_requests",
    _("Requests about personal data"),
    (
        text("so", _("Number of the request"), "code", 18),
        text("ai", _("Whose data"), "person.name", 28),
        text("noi_dung", _("What is requested"), "get_kind_display", 26),
        Column("ngay", _("Asked on"), (day(_("Asked on"), "received_on"),)),
        Column("han", _("To be answered by"), (day(_("To be answered by"), "due_on"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
