"""The law as data and small functions: dated, cited, three-valued. No Django, no database, no clock."""

from thidua.law.answer import Answer, Finding
from thidua.law.book import Book, CannotAnswer, national_book
from thidua.law.cite import Cite, Confidence
from thidua.law.engine import barred, decide, sweep
from thidua.law.honours import CannotFindHonour, Honour, catalogue, honour
from thidua.law.instruments import regime
from thidua.law.question import Question
from thidua.law.reading import CannotReadRecord
from thidua.law.record import Record
from thidua.law.verdict import Verdict

__all__ = [
    "Answer",
    "Book",
    "CannotAnswer",
    "CannotFindHonour",
    "CannotReadRecord",
    "Cite",
    "Confidence",
    "Finding",
    "Honour",
    "Question",
    "Record",
    "Verdict",
    "barred",
    "catalogue",
    "decide",
    "honour",
    "national_book",
    "regime",
    "sweep",
]
