"""A body's own Word templates for papers: which fields there are, what is wrong with one, filling it in.

A template is text with fields, never a program: `sandbox` admits fields, loops over lists and conditions only.
"""

from thidua.documents.templating.checking import Fault, check
from thidua.documents.templating.fields import Field, fields_of
from thidua.documents.templating.filling import CannotFill, fill, fill_sample
from thidua.documents.templating.kinds import REPLACEABLE
from thidua.documents.templating.starting import starting_template

__all__ = [
    "REPLACEABLE",
    "CannotFill",
    "Fault",
    "Field",
    "check",
    "fields_of",
    "fill",
    "fill_sample",
    "starting_template",
]
