"""The lists of this module as tables."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Column, Table, day, number, text

ORGANISATIONS = Table(
    "organisations",
    _("Organisations"),
    (
        text("ten", _("Name"), "name", 40),
        text("loai", _("Kind"), "kind_label"),
        text("ma", _("Code"), "code"),
        Column(
            "tu",
            _("Under this name since"),
            (day(_("Under this name since"), "since"), day(_("Until"), "until")),
        ),
        Column("ben_duoi", _("Units below"), (number(_("Units below"), "n_below"),)),
    ),
)
