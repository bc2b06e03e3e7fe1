"""All that the law says of one honour on one day, row by row: to read, and to lay beside another day."""

from thidua.modules.rulebook.sheets.compare import Difference, beside
from thidua.modules.rulebook.sheets.marks import Mark, marks
from thidua.modules.rulebook.sheets.parts import Row, Section, Sheet
from thidua.modules.rulebook.sheets.whole import sheet

__all__ = ["Difference", "Mark", "Row", "Section", "Sheet", "beside", "marks", "sheet"]
