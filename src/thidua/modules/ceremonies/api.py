"""The door of ceremonies: seeing them, and who is still owed a certificate."""

from thidua.modules.ceremonies.queries import to_hand_over, visible_to

__all__ = ["to_hand_over", "visible_to"]
