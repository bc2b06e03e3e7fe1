from thidua.modules.certificates.queries.lists import (
    NEWEST,
    batches_visible_to,
    certificates_list,
    in_order,
    in_state,
    not_handed_over,
    state_counts,
    visible_to,
    with_all,
)
from thidua.modules.certificates.queries.stock import (
    blanks_of,
    lacking,
    stocks_visible_to,
    uses_of,
    without_blank,
)
from thidua.modules.certificates.queries.waiting import (
    batches_to_release,
    decisions_waiting,
    proofs_to_answer,
    to_certify,
)

__all__ = [
    "NEWEST",
    "batches_to_release",
    "batches_visible_to",
    "blanks_of",
    "certificates_list",
    "decisions_waiting",
    "in_order",
    "in_state",
    "lacking",
    "not_handed_over",
    "proofs_to_answer",
    "state_counts",
    "stocks_visible_to",
    "to_certify",
    "uses_of",
    "visible_to",
    "with_all",
    "without_blank",
]
