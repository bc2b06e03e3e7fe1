from thidua.modules.campaigns.queries.answers import (
    PlanLine,
    own_plans,
    plan_lines,
    waiting_for,
)
from thidua.modules.campaigns.queries.fields import catalogue, fields_for, fields_kept, fields_seen_by
from thidua.modules.campaigns.queries.lists import (
    found,
    of_source,
    reached_by,
    state_counts,
    visible_to,
    with_counts,
)
from thidua.modules.campaigns.queries.overlaps import Overlap, n_to_reach, overlapping
from thidua.modules.campaigns.queries.units import units_below

__all__ = [
    "Overlap",
    "PlanLine",
    "catalogue",
    "fields_for",
    "fields_kept",
    "fields_seen_by",
    "found",
    "n_to_reach",
    "of_source",
    "overlapping",
    "own_plans",
    "plan_lines",
    "reached_by",
    "state_counts",
    "units_below",
    "visible_to",
    "waiting_for",
    "with_counts",
]
