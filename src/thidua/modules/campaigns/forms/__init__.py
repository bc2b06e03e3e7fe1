from thidua.modules.campaigns.forms.amendment import AmendmentForm
from thidua.modules.campaigns.forms.campaign import (
    AsideForm,
    CampaignFilter,
    CreateForm,
    FieldForm,
    GeneralForm,
    LaunchForm,
    PartsForm,
    PlanFileForm,
    StepForm,
    UnitsForm,
)
from thidua.modules.campaigns.forms.indicator import IndicatorForm
from thidua.modules.campaigns.forms.progress import EnterForm, PasteForm, ReportForm
from thidua.modules.campaigns.forms.registration import (
    AnswerForm,
    EnrolForm,
    PledgeForm,
    RegistrationFilter,
)

__all__ = [
    "AmendmentForm",
    "AnswerForm",
    "AsideForm",
    "CampaignFilter",
    "CreateForm",
    "EnrolForm",
    "EnterForm",
    "FieldForm",
    "GeneralForm",
    "IndicatorForm",
    "LaunchForm",
    "PartsForm",
    "PasteForm",
    "PlanFileForm",
    "PledgeForm",
    "RegistrationFilter",
    "ReportForm",
    "StepForm",
    "UnitsForm",
]
