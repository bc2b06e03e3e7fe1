from thidua.modules.replication.queries.lists import (
    adoptions_visible_to,
    found,
    in_use,
    measured,
    n_pilots,
    pilots_visible_to,
    state_counts,
    unmeasured,
    visible_to,
    with_numbers,
    without_adopter,
)
from thidua.modules.replication.queries.reach import (
    catalogue_units,
    same_authority,
    same_province,
    sources_of,
    units_beside,
)
from thidua.modules.replication.queries.waiting import (
    adoptions_to_measure,
    models_to_decide,
    models_to_review,
    pilots_due,
)

__all__ = [
    "adoptions_to_measure",
    "adoptions_visible_to",
    "catalogue_units",
    "found",
    "in_use",
    "measured",
    "models_to_decide",
    "models_to_review",
    "n_pilots",
    "pilots_due",
    "pilots_visible_to",
    "same_authority",
    "same_province",
    "sources_of",
    "state_counts",
    "units_beside",
    "unmeasured",
    "visible_to",
    "with_numbers",
    "without_adopter",
]
