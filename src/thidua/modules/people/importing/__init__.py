"""People from a table: columns told by their titles, each line checked, what is there already found."""

from thidua.modules.people.importing.checking import MOST, Checked, check
from thidua.modules.people.importing.columns import COLUMNS
from thidua.modules.people.importing.files import template, with_errors

__all__ = ["COLUMNS", "MOST", "Checked", "check", "template", "with_errors"]
