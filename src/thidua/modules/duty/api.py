"""The door of duty: what each unit did in each month of a year."""

from thidua.modules.duty.parts import Line, Mark, Month
from thidua.modules.duty.queries import lines, units_of

__all__ = ["Line", "Mark", "Month", "lines", "units_of"]
