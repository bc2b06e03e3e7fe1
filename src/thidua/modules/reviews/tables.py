from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Column, Table, day, number, text
from thidua.foundation.templatetags.ui import last_day
from thidua.modules.reviews.models import Review


def _last(review: Review) -> object:
    return last_day(review.until)


REVIEWS = Table(
    "reviews",
    _("Reviews of campaigns"),
    (
        text("phong_trao", _("Campaign"), "campaign.name", 48),
        text("loai", _("Kind of review"), "get_kind_display"),
        text("don_vi", _("Unit"), "organisation.name", 36),
        Column("ky", _("Period reviewed"), (day(_("Reviewed from"), "since"), day(_("Reviewed to"), _last))),
        Column(
            "de_nghi", _("Dossiers of commendation"), (number(_("Dossiers of commendation"), "n_proposals"),)
        ),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
