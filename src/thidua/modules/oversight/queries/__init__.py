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
    "by_detector",
    "by_unit",
    "open_signals",
    "overdue",
    "owed_by",
    "plans_visible_to",
    "shortcomings_visible_to",
    "signals_visible_to",
    "thresholds_on",
    "to_close",
    "waiting_for",
]
