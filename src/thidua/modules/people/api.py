"""What other modules use of people; `models` and `kinds` are the other doors."""

from thidua.modules.people.queries import (
    facts_of_collectives,
    facts_of_households,
    facts_of_people,
    identities,
    present_in,
    search,
    search_collectives,
    search_households,
    visible_collectives,
    visible_households,
    visible_initiatives,
    visible_to,
)

__all__ = [
    "facts_of_collectives",
    "facts_of_households",
    "facts_of_people",
    "identities",
    "present_in",
    "search",
    "search_collectives",
    "search_households",
    "visible_collectives",
    "visible_households",
    "visible_initiatives",
    "visible_to",
]
