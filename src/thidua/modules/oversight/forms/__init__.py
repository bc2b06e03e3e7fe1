from thidua.modules.oversight.forms.remedies import NoteForm, PlanForm, ProofForm, RemedyFilter, RemedyForm
from thidua.modules.oversight.forms.signals import ReasonForm, SignalFilter, ThresholdForm

__all__ = [
    "NoteForm",
    "PlanForm",
    "ProofForm",
    "ReasonForm",
    "RemedyFilter",
    "RemedyForm",
    "SignalFilter",
    "ThresholdForm",
]
