from thidua.modules.oversight.models.remedy import (
    Proof,
    RemedyNote,
    RemedyPlan,
    Shortcoming,
    ShortcomingState,
)
from thidua.modules.oversight.models.signal import Signal, SignalState, SignalStep, Threshold

__all__ = [
    "Proof",
    "RemedyNote",
    "RemedyPlan",
    "Shortcoming",
    "ShortcomingState",
    "Signal",
    "SignalState",
    "SignalStep",
    "Threshold",
]
