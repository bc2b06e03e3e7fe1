from thidua.modules.consultations.models.letters import Consultation, ConsultationState, Opinion
from thidua.modules.consultations.models.showing import (
    Outcome,
    Remark,
    RemarkKind,
    RemarkState,
    RemarkStep,
    Showing,
    ShowingState,
    Shown,
)

__all__ = [
    "Consultation",
    "ConsultationState",
    "Opinion",
    "Outcome",
    "Remark",
    "RemarkKind",
    "RemarkState",
    "RemarkStep",
    "Showing",
    "ShowingState",
    "Shown",
]
