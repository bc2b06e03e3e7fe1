from thidua.modules.oversight.queries.complaints import (
    awards_concerned,
    is_held,
    letters_visible_to,
    letters_waiting_for,
)
from thidua.modules.oversight.queries.inspections import (
    inspection_plans_visible_to,
    inspections_visible_to,
    reads_findings,
    repeated,
    with_findings,
)
from thidua.modules.oversight.queries.remedies import (
    overdue,
    owed_by,
    plans_visible_to,
    shortcomings_visible_to,
    to_close,
)
from thidua.modules.oversight.queries.signals import (
    by_detector,
    by_unit,
    open_signals,
    signals_visible_to,
    thresholds_on,
    waiting_for,
)

__all__ = [
    "awards_concerned",
    "by_detector",
    "by_unit",
    "inspection_plans_visible_to",
    "inspections_visible_to",
    "is_held",
    "letters_visible_to",
    "letters_waiting_for",
    "open_signals",
    "overdue",
    "owed_by",
    "plans_visible_to",
    "reads_findings",
    "repeated",
    "shortcomings_visible_to",
    "signals_visible_to",
    "thresholds_on",
    "to_close",
    "waiting_for",
    "with_findings",
]
