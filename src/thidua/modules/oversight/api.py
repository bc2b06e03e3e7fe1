"""The door of oversight: signs, shortcomings and plans that an actor sees.

News: "oversight.signal_<step>" (the subject is the sign's id), "oversight.shortcoming_noted" and
"oversight.shortcoming_<step>" (the shortcoming's).
"""

from thidua.modules.oversight.queries import (
    is_held,
    plans_visible_to,
    shortcomings_visible_to,
    signals_visible_to,
)

__all__ = ["is_held", "plans_visible_to", "shortcomings_visible_to", "signals_visible_to"]
