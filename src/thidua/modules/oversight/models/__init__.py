from thidua.modules.oversight.models.inspection import (
    FindingKind,
    Inspection,
    InspectionFinding,
    InspectionItem,
    InspectionKind,
    InspectionPlan,
    InspectionState,
    InspectionStep,
    ItemResult,
    Sampled,
)
from thidua.modules.oversight.models.remedy import (
    Proof,
    RemedyNote,
    RemedyPlan,
    Shortcoming,
    ShortcomingState,
)
from thidua.modules.oversight.models.signal import Signal, SignalState, SignalStep, Threshold

__all__ = [
    "FindingKind",
    "Inspection",
    "InspectionFinding",
    "InspectionItem",
    "InspectionKind",
    "InspectionPlan",
    "InspectionState",
    "InspectionStep",
    "ItemResult",
    "Proof",
    "RemedyNote",
    "RemedyPlan",
    "Sampled",
    "Shortcoming",
    "ShortcomingState",
    "Signal",
    "SignalState",
    "SignalStep",
    "Threshold",
]
