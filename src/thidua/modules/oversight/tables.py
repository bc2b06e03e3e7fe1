from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Column, Table, day, number, text
from thidua.modules.oversight.detectors import DETECTORS
from thidua.modules.oversight.models import Signal


def _sign(row: Signal) -> str:
    one = DETECTORS.get(row.detector)
    return str(one.title) if one else row.detector


def _measured(row: Signal) -> str:
    one = DETECTORS.get(row.detector)
    return f"{row.measure} {one.measured}" if one else str(row.measure)


SIGNALS = Table(
    "signals",
    _("Signs to be reviewed"),
    (
        text("dau_hieu", _("Sign"), _sign, 36),
        text("noi_dung", _("What it is about"), "label", 48),
        text("don_vi", _("Unit"), "organisation.name", 36),
        text("do", _("Measure"), _measured, 36),
        Column("ngay", _("Found on"), (day(_("Found on"), "found_on"),)),
        text("trang_thai", _("State"), "get_state_display", 26),
    ),
)
SHORTCOMINGS = Table(
    "shortcomings",
    _("Shortcomings and remedies"),
    (
        text("ton_tai", _("Shortcoming"), "title", 48),
        text("don_vi", _("Unit"), "organisation.name", 36),
        text("thuc_hien", _("Unit that remedies it"), "owner.name", 36),
        Column("han", _("To be remedied by"), (day(_("To be remedied by"), "due_on"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
PLANS = Table(
    "remedy_plans",
    _("Plans to overcome shortcomings"),
    (
        text("ten", _("Title of the plan"), "title", 60),
        text("so", _("Number of the plan"), "number"),
        Column("tong", _("Shortcomings"), (number(_("Shortcomings"), "n_all"),)),
        Column("xong", _("Closed"), (number(_("Closed"), "n_closed"),)),
    ),
)
INSPECTIONS = Table(
    "inspections",
    _("Inspections"),
    (
        text("noi_dung", _("What is inspected"), "title", 48),
        text("don_vi", _("Unit inspected"), "organisation.name", 36),
        text("loai", _("Kind of inspection"), "get_kind_display"),
        Column(
            "ngay",
            _("Days of work"),
            (day(_("First day of work"), "begins_on"), day(_("Last day of work"), "ends_on")),
        ),
        Column("phat_hien", _("Findings"), (number(_("Findings"), "n_findings"),)),
        Column("xong", _("Remedied"), (number(_("Remedied"), "n_closed"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
