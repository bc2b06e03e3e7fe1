from thidua.modules.organisations.queries.accounts import accounts_in_scope, roles_by_user
from thidua.modules.organisations.queries.calendar import calendar_days, working_calendar
from thidua.modules.organisations.queries.exports import exports_in_scope, with_names
from thidua.modules.organisations.queries.grants import (
    administered,
    grants_in_scope,
    handed_over_by,
    holders,
    places_of,
    possible_stand_ins,
    receivers_of,
)
from thidua.modules.organisations.queries.periods import period_choices, periods_for
from thidua.modules.organisations.queries.successions import (
    Ancestor,
    awards_follow,
    predecessors_of,
    successors_of,
)
from thidua.modules.organisations.queries.tree import (
    Branch,
    branches,
    name_on,
    organisation_choices,
    path_to,
    roots,
    searched,
    visible_to,
)

__all__ = [
    "Ancestor",
    "Branch",
    "accounts_in_scope",
    "administered",
    "awards_follow",
    "branches",
    "calendar_days",
    "exports_in_scope",
    "grants_in_scope",
    "handed_over_by",
    "holders",
    "name_on",
    "organisation_choices",
    "path_to",
    "period_choices",
    "periods_for",
    "places_of",
    "possible_stand_ins",
    "predecessors_of",
    "receivers_of",
    "roles_by_user",
    "roots",
    "searched",
    "successors_of",
    "visible_to",
    "with_names",
    "working_calendar",
]
