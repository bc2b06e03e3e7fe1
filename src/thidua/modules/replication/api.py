"""The door of replication: models that an actor sees, and who applies them.

News: "replication.<step>" for each step of a model (the subject is the model's id), "replication.pilot_chosen" and
".pilot_ended" (the pilot's), "replication.adopted", ".withdrawn" and ".effect_known" (the adoption's).
"""

from thidua.modules.replication.forms.numbers import written
from thidua.modules.replication.queries import adoptions_visible_to, visible_to, with_numbers

__all__ = ["adoptions_visible_to", "visible_to", "with_numbers", "written"]
