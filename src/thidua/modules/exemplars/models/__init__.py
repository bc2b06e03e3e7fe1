from thidua.modules.exemplars.models.exemplar import (
    Consent,
    Exemplar,
    ExemplarKind,
    ExemplarState,
    Milestone,
    Visit,
)
from thidua.modules.exemplars.models.tip import Tip, TipDoor, TipSource, TipState

__all__ = [
    "Consent",
    "Exemplar",
    "ExemplarKind",
    "ExemplarState",
    "Milestone",
    "Tip",
    "TipDoor",
    "TipSource",
    "TipState",
    "Visit",
]
