from thidua.modules.people.queries.doubles import Double, likely_doubles
from thidua.modules.people.queries.facts import facts_of_collectives, facts_of_households, facts_of_people
from thidua.modules.people.queries.lists import (
    collectives_list,
    grade_counts,
    grade_sheet,
    households_list,
    initiatives_list,
    people_list,
    unchecked_grades,
)
from thidua.modules.people.queries.search import (
    matching,
    search,
    search_collectives,
    search_households,
)
from thidua.modules.people.queries.timeline import spans_of, timeline
from thidua.modules.people.queries.visible import (
    identities,
    present_in,
    visible_collectives,
    visible_households,
    visible_initiatives,
    visible_to,
)

__all__ = [
    "Double",
    "collectives_list",
    "facts_of_collectives",
    "facts_of_households",
    "facts_of_people",
    "grade_counts",
    "grade_sheet",
    "households_list",
    "identities",
    "initiatives_list",
    "likely_doubles",
    "matching",
    "people_list",
    "present_in",
    "search",
    "search_collectives",
    "search_households",
    "spans_of",
    "timeline",
    "unchecked_grades",
    "visible_collectives",
    "visible_households",
    "visible_initiatives",
    "visible_to",
]
