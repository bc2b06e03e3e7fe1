from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Column, Table, number, text

SUGGESTIONS = Table(
    "suggestions",
    _("Suggestions of commendation"),
    (
        text("ten", _("Name"), "name", 28),
        text("chuc_vu", _("Post"), "post", 24),
        text("don_vi", _("Unit"), "organisation.name", 32),
        text("vi_tri", _("Position"), "get_position_display"),
        text("khen", _("Honour"), "honour_name", 30),
        Column("nam", _("Year"), (number(_("Year"), "year"),)),
        text("ket_qua", _("Result"), "get_kind_display", 26),
        text("ly_do", _("Reason"), "reason.sentence", 60),
        text("can_cu", _("Article"), "reason.cite", 36),
    ),
)
