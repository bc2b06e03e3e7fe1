"""What other modules use of organisations; `models` is the other door."""

from thidua.modules.organisations.actions import (
    create,
    end_grant,
    give_role,
    hand_over,
    make_period,
    move,
    record_succession,
    rename,
    set_calendar_day,
)
from thidua.modules.organisations.actor import (
    Actor,
    actor_for,
    grants_of,
    in_force,
    scope,
    scope_ids,
    system,
)
from thidua.modules.organisations.closure import rebuild_closure
from thidua.modules.organisations.fields import TypedUnit, unit_field
from thidua.modules.organisations.policy import may_set_common_things
from thidua.modules.organisations.queries import (
    awards_follow,
    holders,
    name_on,
    organisation_choices,
    period_choices,
    periods_for,
    receivers_of,
    visible_to,
    working_calendar,
)
from thidua.modules.organisations.request import Request
from thidua.modules.organisations.roles import DESK, READ_ONLY, SECOND_FACTOR, Role

__all__ = [
    "DESK",
    "READ_ONLY",
    "SECOND_FACTOR",
    "Actor",
    "Request",
    "Role",
    "TypedUnit",
    "actor_for",
    "awards_follow",
    "create",
    "end_grant",
    "give_role",
    "grants_of",
    "hand_over",
    "holders",
    "in_force",
    "make_period",
    "may_set_common_things",
    "move",
    "name_on",
    "organisation_choices",
    "period_choices",
    "periods_for",
    "rebuild_closure",
    "receivers_of",
    "record_succession",
    "rename",
    "scope",
    "scope_ids",
    "set_calendar_day",
    "system",
    "unit_field",
    "visible_to",
    "working_calendar",
]
