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

__all__ = [
    "AsideForm",
    "CampaignFilter",
    "CreateForm",
    "FieldForm",
    "GeneralForm",
    "IndicatorForm",
    "LaunchForm",
    "PartsForm",
    "PlanFileForm",
    "StepForm",
    "UnitsForm",
]
