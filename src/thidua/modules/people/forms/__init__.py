from thidua.modules.people.forms.facts import (
    CloseMatterForm,
    DisciplineForm,
    HeadCountForm,
    LeaveForm,
    MatterForm,
    TrainingForm,
)
from thidua.modules.people.forms.filters import InitiativeFilter, PersonFilter, UnitFilter
from thidua.modules.people.forms.grades import SheetFilter, SheetForm
from thidua.modules.people.forms.initiatives import InitiativeForm, NewInitiativeForm
from thidua.modules.people.forms.recipients import (
    ChangeIdentityForm,
    CollectiveForm,
    HouseholdForm,
    NewCollectiveForm,
    NewHouseholdForm,
    NewPersonForm,
    NumberForm,
    PartsForm,
    PostForm,
    ReasonForm,
    TransferForm,
)

__all__ = [
    "ChangeIdentityForm",
    "CloseMatterForm",
    "CollectiveForm",
    "DisciplineForm",
    "HeadCountForm",
    "HouseholdForm",
    "InitiativeFilter",
    "InitiativeForm",
    "LeaveForm",
    "MatterForm",
    "NewCollectiveForm",
    "NewHouseholdForm",
    "NewInitiativeForm",
    "NewPersonForm",
    "NumberForm",
    "PartsForm",
    "PersonFilter",
    "PostForm",
    "ReasonForm",
    "SheetFilter",
    "SheetForm",
    "TrainingForm",
    "TransferForm",
    "UnitFilter",
]
