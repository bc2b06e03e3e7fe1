from thidua.modules.replication.forms.effects import LessonForm, MeasureForm
from thidua.modules.replication.forms.lists import AdoptionFilter, ModelFilter
from thidua.modules.replication.forms.models import BeginForm, ModelForm, ProofForm, ReviewForm, StepForm
from thidua.modules.replication.forms.places import AdoptForm, PilotForm, WithdrawForm

__all__ = [
    "AdoptForm",
    "AdoptionFilter",
    "BeginForm",
    "LessonForm",
    "MeasureForm",
    "ModelFilter",
    "ModelForm",
    "PilotForm",
    "ProofForm",
    "ReviewForm",
    "StepForm",
    "WithdrawForm",
]
