from thidua.modules.decisions.queries.candidates import Group, beyond_power, eligible, undecided
from thidua.modules.decisions.queries.lists import (
    about_unit,
    items_of,
    neighbours,
    out_of_order,
    same_number,
    visible_to,
)

__all__ = [
    "Group",
    "about_unit",
    "beyond_power",
    "eligible",
    "items_of",
    "neighbours",
    "out_of_order",
    "same_number",
    "undecided",
    "visible_to",
]
