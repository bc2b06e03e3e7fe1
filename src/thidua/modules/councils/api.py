"""The door of councils: sittings, their results and papers."""

from thidua.modules.councils.actions.minutes import papers_of
from thidua.modules.councils.queries import visible_to

__all__ = ["papers_of", "visible_to"]
