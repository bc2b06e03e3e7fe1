from thidua.modules.oversight.forms.complaints import LetterForm, SettleForm, SortForm
from thidua.modules.oversight.forms.inspections import (
    ConclusionForm,
    ExamineForm,
    FindingForm,
    GatherForm,
    InspectionForm,
    StepForm,
    YearPlanForm,
)
from thidua.modules.oversight.forms.remedies import NoteForm, PlanForm, ProofForm, RemedyFilter, RemedyForm
from thidua.modules.oversight.forms.signals import ReasonForm, SignalFilter, ThresholdForm

__all__ = [
    "ConclusionForm",
    "ExamineForm",
    "FindingForm",
    "GatherForm",
    "InspectionForm",
    "LetterForm",
    "NoteForm",
    "PlanForm",
    "ProofForm",
    "ReasonForm",
    "RemedyFilter",
    "RemedyForm",
    "SettleForm",
    "SignalFilter",
    "SortForm",
    "StepForm",
    "ThresholdForm",
    "YearPlanForm",
]
