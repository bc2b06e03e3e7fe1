from thidua.modules.people.models.facts import (
    CollectiveYear,
    Discipline,
    Grade,
    Initiative,
    InitiativeAuthor,
    Leave,
    Matter,
    Training,
)
from thidua.modules.people.models.recipients import Collective, Household, Person, Post
from thidua.modules.people.models.recipient_link import exactly_one_recipient
from thidua.modules.people.models.moves import PersonMerge, Transfer

__all__ = [
    "Collective",
    "CollectiveYear",
    "Discipline",
    "Grade",
    "Household",
    "Initiative",
    "InitiativeAuthor",
    "Leave",
    "Matter",
    "Person",
    "PersonMerge",
    "Post",
    "Training",
    "Transfer",
    "exactly_one_recipient",
]
