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
    "NoteForm",
    "PlanForm",
    "ProofForm",
    "ReasonForm",
    "RemedyFilter",
    "RemedyForm",
    "SignalFilter",
    "StepForm",
    "ThresholdForm",
    "YearPlanForm",
]
