"""The door of the rulebook: where the law of an honour is read."""

from thidua.modules.rulebook.catalogue import standard_url

__all__ = ["standard_url"]
