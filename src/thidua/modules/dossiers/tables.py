"""The lists of this module as tables."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text
from thidua.kernel.days import civil_day

DOSSIERS = Table(
    "dossiers",
    _("Dossiers"),
    (
        text("so", _("Number"), "code"),
        Column(
            "ho_so",
            _("Dossier"),
            (
                Cell(_("Dossier"), "title", width=50),
                Cell(_("Ground"), "get_ground_display"),
                Cell(_("Procedure"), "get_procedure_display"),
            ),
        ),
        text("don_vi", _("Proposing unit"), "organisation.name", 36),
        text("ky", _("Period"), "period.label"),
        Column("so_luong", _("Candidates"), (number(_("Candidates"), "n_candidates"),)),
        text("trang_thai", _("State"), "get_state_display"),
        Column(
            "thay_doi",
            _("Changed"),
            (day(_("Changed"), lambda row: civil_day(row.changed_at)), day(_("Sent on"), "sent_on")),
        ),
    ),
)
SUBMITTALS = Table(
    "submittals",
    _("Submittals"),
    (
        text("so", _("Number"), "code"),
        Column(
            "to_trinh",
            _("Submittal"),
            (Cell(_("Submittal"), "title", width=50), Cell(_("Addressed to"), "addressed_to", width=36)),
        ),
        text("ky", _("Period"), "period.label"),
        Column("so_ho_so", _("Dossiers"), (number(_("Dossiers"), "n_dossiers"),)),
        Column(
            "trang_thai",
            _("State"),
            (Cell(_("State"), "get_state_display"), day(_("Submitted on"), "submitted_on")),
        ),
    ),
)
