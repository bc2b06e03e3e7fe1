"""The door of consultations: who was asked about a dossier, what came back, and whom the council may not consider yet.

News: "consultations.asked", ".answered" (the subject is the consultation's id), "consultations.remarked",
".complained" (the remark's), "consultations.showing_concluded" (the showing's).
"""

from thidua.modules.consultations.letters import nominee
from thidua.modules.consultations.phones import phone_of
from thidua.modules.consultations.policy import may_prepare
from thidua.modules.consultations.queries import blocked, of_dossier, results_of, visible_to

__all__ = ["blocked", "may_prepare", "nominee", "of_dossier", "phone_of", "results_of", "visible_to"]
