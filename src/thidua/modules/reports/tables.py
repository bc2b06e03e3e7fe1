from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Column, Table, day, text

STAFF = Table(
    "staff",
    _("Who works on emulation and commendation"),
    (
        text("ten", _("Full name"), "person.name", 28),
        text("don_vi", _("Unit"), "organisation.name", 36),
        text("trinh_do", _("Education"), "get_education_display"),
        text("cach", _("Full time or beside other work"), "way", 22),
        Column("tu", _("In this work since"), (day(_("In this work since"), "since"),)),
        Column("den", _("Until"), (day(_("Until"), "until"),)),
    ),
)
