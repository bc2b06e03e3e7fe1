from thidua.modules.people.queries.facts import facts_of_collectives, facts_of_households, facts_of_people
from thidua.modules.people.queries.search import (
    matching,
    search,
    search_collectives,
    search_households,
)
from thidua.modules.people.queries.visible import (
    identities,
    present_in,
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
    "matching",
    "present_in",
    "search",
    "search_collectives",
    "search_households",
    "visible_collectives",
    "visible_households",
    "visible_initiatives",
    "visible_to",
]
