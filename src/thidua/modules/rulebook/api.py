"""The door of the rulebook: the law of a place, and where an honour is read."""

from thidua.modules.rulebook.books import book
from thidua.modules.rulebook.catalogue import standard_url
from thidua.modules.rulebook.effects import Both, Effect

__all__ = ["Both", "Effect", "book", "standard_url"]
