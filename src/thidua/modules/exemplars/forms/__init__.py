from thidua.modules.exemplars.forms.exemplar import (
    ConsentForm,
    ExemplarFilter,
    ExemplarForm,
    FoundForm,
    PraiseForm,
    StepForm,
    VisitForm,
)
from thidua.modules.exemplars.forms.tip import (
    AcceptForm,
    DeclineForm,
    MergeForm,
    PublicTipForm,
    TipFilter,
    TipForm,
)

__all__ = [
    "AcceptForm",
    "ConsentForm",
    "DeclineForm",
    "ExemplarFilter",
    "ExemplarForm",
    "FoundForm",
    "MergeForm",
    "PraiseForm",
    "PublicTipForm",
    "StepForm",
    "TipFilter",
    "TipForm",
    "VisitForm",
]
