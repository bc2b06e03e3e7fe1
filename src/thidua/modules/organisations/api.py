"""What other modules may use of the organisations."""

from thidua.modules.organisations.actor import Actor, actor_for, grants_of, in_force, scope, scope_ids, system
from thidua.modules.organisations.closure import rebuild_closure
from thidua.modules.organisations.roles import DESK, READ_ONLY, SECOND_FACTOR, Role

__all__ = [
    "DESK",
    "READ_ONLY",
    "SECOND_FACTOR",
    "Actor",
    "Role",
    "actor_for",
    "grants_of",
    "in_force",
    "rebuild_closure",
    "scope",
    "scope_ids",
    "system",
]
