from thidua.modules.dossiers.forms.candidates import AttachForm, CandidateForm, ChooseForm
from thidua.modules.dossiers.forms.feat import FeatForm
from thidua.modules.dossiers.forms.head import ChangeForm, CreateForm, ListFilter
from thidua.modules.dossiers.forms.households import HouseholdFilter, PasteForm, PostingForm
from thidua.modules.dossiers.forms.meeting import MeetingForm
from thidua.modules.dossiers.forms.procedure import ProcedureForm
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
    "HouseholdFilter",
    "ListFilter",
    "MeetingForm",
    "NoteForm",
    "PasteForm",
    "PostingForm",
    "ProcedureForm",
    "ReasonForm",
    "ReturnForm",
    "SignedForm",
]
