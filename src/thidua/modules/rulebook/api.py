"""The door of the rulebook: the law of a place, and where an honour is read."""

from thidua.modules.rulebook.books import book
from thidua.modules.rulebook.catalogue import standard_url

__all__ = ["book", "standard_url"]
