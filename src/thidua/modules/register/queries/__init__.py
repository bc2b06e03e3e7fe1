from thidua.modules.register.queries.lists import (
    NEWEST,
    acts_of,
    awards_of_unit,
    books,
    entries_list,
    units_of,
    visible_to,
    year_book,
)
from thidua.modules.register.queries.standing import in_force, is_checked, newest_wording, with_standing

__all__ = [
    "NEWEST",
    "acts_of",
    "awards_of_unit",
    "books",
    "entries_list",
    "in_force",
    "is_checked",
    "newest_wording",
    "units_of",
    "visible_to",
    "with_standing",
    "year_book",
]
