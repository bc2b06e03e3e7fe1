from thidua.modules.reports.actions.own_forms import CannotSetForm, FormDraft, end_form, set_form
from thidua.modules.reports.actions.reporting import (
    CannotKeep,
    CannotReport,
    ask_for,
    ask_no_more,
    draw_paper,
    draw_up,
    drop,
    explain,
    keep,
    replace,
    step,
)
from thidua.modules.reports.actions.staff import CannotKeepStaff, StaffDraft, add_staff, end_staff

__all__ = [
    "CannotKeep",
    "CannotKeepStaff",
    "CannotReport",
    "CannotSetForm",
    "FormDraft",
    "StaffDraft",
    "add_staff",
    "ask_for",
    "ask_no_more",
    "draw_paper",
    "draw_up",
    "drop",
    "end_form",
    "end_staff",
    "explain",
    "keep",
    "replace",
    "set_form",
    "step",
]
