"""The list of this module as a table; its rows are pairs of an appraisal and the reading of its clock."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

APPRAISALS = Table(
    "appraisal",
    _("Appraisal of dossiers"),
    (
        Column(
            "ho_so",
            _("Dossier"),
            (
                Cell(_("Dossier"), lambda line: line[0].dossier.code),
                Cell(_("Title of the dossier"), lambda line: line[0].dossier.title, width=50),
            ),
        ),
        text("don_vi", _("Unit"), lambda line: line[0].dossier.organisation.name, 36),
        Column("so_luong", _("Candidates"), (number(_("Candidates"), lambda line: line[0].n_candidates),)),
        text(
            "phan_cong",
            _("Assigned to"),
            lambda line: line[0].assignee.full_name if line[0].assignee else "",
        ),
        Column("nhan", _("Received"), (day(_("Received"), lambda line: line[0].received_on),)),
        Column(
            "con_lai",
            _("Time left"),
            (
                number(_("Working days left"), lambda line: line[1].n_left),
                day(_("Due on"), lambda line: line[1].due_on),
            ),
        ),
        text("trang_thai", _("State"), lambda line: line[0].get_state_display()),
    ),
)
