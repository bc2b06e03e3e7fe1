"""The door of appraisal: its clock and its findings."""

from thidua.modules.appraisal.clock import Reading
from thidua.modules.appraisal.queries import reading_of, visible_to

__all__ = ["Reading", "reading_of", "visible_to"]
