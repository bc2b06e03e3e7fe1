"""The list of households of a residential group as a table."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.documents.spreadsheet import ColumnKind
from thidua.foundation.tables import Cell, Column, Table, number, text
from thidua.modules.dossiers.models import HouseholdReview


def _agreement(row: HouseholdReview) -> float | None:
    return None if row.agreement is None else float(row.agreement) / 100


def _stands(row: HouseholdReview) -> str:
    return _now("left out") if row.candidate_id is None else _now("proposed")


HOUSEHOLDS = Table(
    "dossier_households",
    _("Cultured families"),
    (
        Column(
            "chu_ho",
            _("Head of the household"),
            (
                Cell(_("Head of the household"), "household.head_name", width=28),
                Cell(_("Address"), "household.address", width=40),
            ),
        ),
        Column("thanh_vien", _("Members"), (number(_("Members"), "n_members"),)),
        Column("tan_thanh", _("Agreement"), (Cell(_("Agreement (%)"), _agreement, ColumnKind.SHARE, 12),)),
        text("ghi_chu", _("Note"), "note", 40),
        Column(
            "doi_chieu",
            _("Compared with the standard"),
            (Cell(_("State"), _stands), Cell(_("Why it is left out"), "reason", width=40)),
        ),
    ),
)
