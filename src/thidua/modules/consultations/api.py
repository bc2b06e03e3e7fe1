"""The door of consultations: who was asked about a dossier, and what came back."""

from thidua.modules.consultations.letters import nominee
from thidua.modules.consultations.policy import may_prepare
from thidua.modules.consultations.queries import of_dossier, visible_to

__all__ = ["may_prepare", "nominee", "of_dossier", "visible_to"]
