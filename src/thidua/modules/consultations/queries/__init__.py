from thidua.modules.consultations.queries.letters import (
    counts,
    filters,
    of_dossier,
    overdue,
    to_answer,
    visible_to,
)
from thidua.modules.consultations.queries.showings import (
    blocked,
    duties,
    is_open,
    now_open,
    remarks_visible_to,
    remarks_waiting,
    results_of,
    showings_visible_to,
    showings_waiting,
)

__all__ = [
    "blocked",
    "counts",
    "duties",
    "filters",
    "is_open",
    "now_open",
    "of_dossier",
    "overdue",
    "remarks_visible_to",
    "remarks_waiting",
    "results_of",
    "showings_visible_to",
    "showings_waiting",
    "to_answer",
    "visible_to",
]
