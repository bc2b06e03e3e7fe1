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
from thidua.modules.people.models.moves import NumberLookup, PersonMerge, Transfer, TransferState
from thidua.modules.people.models.recipient_link import exactly_one_recipient
from thidua.modules.people.models.recipients import Collective, Household, Person, Post

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
    "NumberLookup",
    "Person",
    "PersonMerge",
    "Post",
    "Training",
    "Transfer",
    "TransferState",
    "exactly_one_recipient",
]
