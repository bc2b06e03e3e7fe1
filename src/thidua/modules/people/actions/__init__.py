from thidua.modules.people.actions.checking import CannotSave
from thidua.modules.people.actions.facts import (
    CannotRecordFact,
    close_matter,
    count_heads,
    record_discipline,
    record_leave,
    record_matter,
    record_training,
)
from thidua.modules.people.actions.grades import CannotEnterGrades, confirm_grades, enter_grades
from thidua.modules.people.actions.initiatives import (
    CannotRecordInitiative,
    CannotUseInitiative,
    change_initiative,
    check_initiative,
    record_initiative,
    use_initiatives,
)
from thidua.modules.people.actions.merging import CannotMerge, CannotSplit, merge, split
from thidua.modules.people.actions.posts import CannotChangePost, add_past_post, change_post, end_post
from thidua.modules.people.actions.recipients import (
    add_collective,
    add_household,
    add_households,
    add_person,
    change_collective,
    change_household,
    change_person,
    confirm_complete,
    fill_in,
)
from thidua.modules.people.actions.transfers import (
    CannotTransfer,
    accept_transfer,
    ask_transfer,
    decline_transfer,
)

__all__ = [
    "CannotChangePost",
    "CannotEnterGrades",
    "CannotMerge",
    "CannotRecordFact",
    "CannotRecordInitiative",
    "CannotSave",
    "CannotSplit",
    "CannotTransfer",
    "CannotUseInitiative",
    "accept_transfer",
    "add_collective",
    "add_household",
    "add_households",
    "add_past_post",
    "add_person",
    "ask_transfer",
    "change_collective",
    "change_household",
    "change_initiative",
    "change_person",
    "change_post",
    "check_initiative",
    "close_matter",
    "confirm_complete",
    "confirm_grades",
    "count_heads",
    "decline_transfer",
    "end_post",
    "enter_grades",
    "fill_in",
    "merge",
    "record_discipline",
    "record_initiative",
    "record_leave",
    "record_matter",
    "record_training",
    "split",
    "use_initiatives",
]
