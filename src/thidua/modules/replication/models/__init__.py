from thidua.modules.replication.models.adoption import Adoption, AdoptionState
from thidua.modules.replication.models.effect import Aim, Lesson, LessonKind, Measure
from thidua.modules.replication.models.pilot import Pilot, PilotState
from thidua.modules.replication.models.practice import (
    ModelProof,
    ModelState,
    ModelStep,
    ModelVerdict,
    PracticeModel,
)

__all__ = [
    "Adoption",
    "AdoptionState",
    "Aim",
    "Lesson",
    "LessonKind",
    "Measure",
    "ModelProof",
    "ModelState",
    "ModelStep",
    "ModelVerdict",
    "Pilot",
    "PilotState",
    "PracticeModel",
]
