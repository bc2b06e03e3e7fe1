from thidua.modules.ceremonies.models.attendee import Answer, Attendee, Handover, HandoverWay
from thidua.modules.ceremonies.models.ceremony import (
    Ceremony,
    CeremonyCheck,
    CeremonyKind,
    CeremonyState,
    CheckKind,
    ProgrammePart,
)

__all__ = [
    "Answer",
    "Attendee",
    "Ceremony",
    "CeremonyCheck",
    "CeremonyKind",
    "CeremonyState",
    "CheckKind",
    "Handover",
    "HandoverWay",
    "ProgrammePart",
]
