"""The list of this module as a table."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

CONSULTATIONS = Table(
    "consultations",
    _("Opinions of other bodies"),
    (
        Column(
            "co_quan",
            _("Body asked"),
            (
                Cell(_("Body asked"), "body_name", width=36),
                Cell(_("Asked by"), "organisation.name", width=36),
            ),
        ),
        Column(
            "ve_viec",
            _("Concerning"),
            (
                Cell(_("Dossier"), "dossier.code"),
                Cell(_("Unit"), "dossier.organisation.name", width=36),
                Cell(_("Candidate"), "candidate.name", width=28),
            ),
        ),
        Column(
            "cong_van",
            _("Official letter"),
            (Cell(_("Official letter"), "letter_number"), day(_("Day of the letter"), "asked_on")),
        ),
        Column("han", _("Due"), (day(_("Due"), "due_on"),)),
        Column(
            "tra_loi",
            _("Answer"),
            (
                Cell(_("Opinion"), "get_opinion_display"),
                Cell(_("Number of the reply"), "reply_number"),
                day(_("Day of the reply"), "replied_on"),
            ),
        ),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)

SHOWINGS = Table(
    "showings",
    _("Candidates shown to the public"),
    (
        Column(
            "ho_so",
            _("Dossier"),
            (
                Cell(_("Dossier"), "dossier.code"),
                Cell(_("Unit"), "dossier.organisation.name", width=36),
                Cell(_("Why it is shown"), "basis", width=40),
            ),
        ),
        Column("han", _("Shown until"), (day(_("Shown from"), "opens_on"), day(_("Shown until"), "ends_on"))),
        Column("nguoi", _("Candidates"), (number(_("Candidates"), "n_shown"),)),
        Column("y_kien", _("Remarks"), (number(_("Remarks"), "n_remarks"),)),
        Column(
            "trang_thai",
            _("State"),
            (Cell(_("State"), "get_state_display"), Cell(_("Result"), "result", width=50)),
        ),
    ),
)
