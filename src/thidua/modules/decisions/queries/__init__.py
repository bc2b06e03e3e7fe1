from thidua.modules.decisions.queries.candidates import Group, beyond_power, eligible, undecided
from thidua.modules.decisions.queries.lists import (
    about_scope,
    found,
    items_of,
    items_with_all,
    latest_numbers,
    neighbours,
    out_of_order,
    same_number,
    state_counts,
    visible_to,
    with_sums,
)

__all__ = [
    "Group",
    "about_scope",
    "beyond_power",
    "eligible",
    "found",
    "items_of",
    "items_with_all",
    "latest_numbers",
    "neighbours",
    "out_of_order",
    "same_number",
    "state_counts",
    "undecided",
    "visible_to",
    "with_sums",
]
