"""The door of suggestions: bodies with a desk, and the units whose records each looks through."""

from thidua.modules.suggestions.whom import bodies, units_of

__all__ = ["bodies", "units_of"]
