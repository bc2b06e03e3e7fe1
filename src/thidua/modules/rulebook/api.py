"""The door of the rulebook: the law of a place, and where an honour is read."""

from thidua.modules.rulebook.books import book
from thidua.modules.rulebook.catalogue import standard_url
from thidua.modules.rulebook.effects import Both, Effect
from thidua.modules.rulebook.honours import find_honour, honour, own_honours
from thidua.modules.rulebook.levels import level_of

__all__ = ["Both", "Effect", "book", "find_honour", "honour", "level_of", "own_honours", "standard_url"]
