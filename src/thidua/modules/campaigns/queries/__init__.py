from thidua.modules.campaigns.queries.adding import figures_of
from thidua.modules.campaigns.queries.answers import (
    PlanLine,
    own_plans,
    plan_lines,
    waiting_for,
)
from thidua.modules.campaigns.queries.fields import catalogue, fields_for, fields_kept, fields_seen_by
from thidua.modules.campaigns.queries.levels import levels
from thidua.modules.campaigns.queries.lists import (
    found,
    of_source,
    reached_by,
    state_counts,
    visible_to,
    with_counts,
)
from thidua.modules.campaigns.queries.overlaps import Overlap, n_to_reach, overlapping
from thidua.modules.campaigns.queries.progress import (
    SILENT_AFTER,
    Series,
    UnitMovement,
    days_silent,
    kept_of_units,
    movement_of_units,
    readings_for,
    series_of,
    silent,
    with_movement,
)
from thidua.modules.campaigns.queries.registrations import (
    registration_counts,
    registrations_found,
    registrations_visible_to,
    registrations_waiting,
    with_participants,
)
from thidua.modules.campaigns.queries.rollup import Branch, Rollup, due, rollup
from thidua.modules.campaigns.queries.units import units_below

__all__ = [
    "SILENT_AFTER",
    "Branch",
    "Overlap",
    "PlanLine",
    "Rollup",
    "Series",
    "UnitMovement",
    "catalogue",
    "days_silent",
    "due",
    "fields_for",
    "fields_kept",
    "fields_seen_by",
    "figures_of",
    "found",
    "kept_of_units",
    "levels",
    "movement_of_units",
    "n_to_reach",
    "of_source",
    "overlapping",
    "own_plans",
    "plan_lines",
    "reached_by",
    "readings_for",
    "registration_counts",
    "registrations_found",
    "registrations_visible_to",
    "registrations_waiting",
    "rollup",
    "series_of",
    "silent",
    "state_counts",
    "units_below",
    "visible_to",
    "waiting_for",
    "with_counts",
    "with_movement",
    "with_participants",
]
