"""The door of reviews."""

from thidua.modules.reviews.queries import visible_to

__all__ = ["visible_to"]
