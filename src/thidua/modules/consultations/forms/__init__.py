from thidua.modules.consultations.forms.letters import (
    AnswerForm,
    AskForm,
    DraftForm,
    LetterForm,
    ListFilter,
    ReasonForm,
    ReplyForm,
)
from thidua.modules.consultations.forms.showings import (
    ConcludeForm,
    HandleForm,
    PublicRemarkForm,
    ShowingForm,
)

__all__ = [
    "AnswerForm",
    "AskForm",
    "ConcludeForm",
    "DraftForm",
    "HandleForm",
    "LetterForm",
    "ListFilter",
    "PublicRemarkForm",
    "ReasonForm",
    "ReplyForm",
    "ShowingForm",
]
