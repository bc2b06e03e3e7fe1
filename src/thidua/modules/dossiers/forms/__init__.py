from thidua.modules.dossiers.forms.candidates import AttachForm, CandidateForm, ChooseForm
from thidua.modules.dossiers.forms.feat import FeatForm
from thidua.modules.dossiers.forms.head import ChangeForm, CreateForm, ListFilter
from thidua.modules.dossiers.forms.meeting import MeetingForm
from thidua.modules.dossiers.forms.steps import NoteForm, ReasonForm, ReturnForm, SignedForm
from thidua.modules.dossiers.forms.submittals import GatherForm

__all__ = [
    "AttachForm",
    "CandidateForm",
    "ChangeForm",
    "ChooseForm",
    "CreateForm",
    "FeatForm",
    "GatherForm",
    "ListFilter",
    "MeetingForm",
    "NoteForm",
    "ReasonForm",
    "ReturnForm",
    "SignedForm",
]
