from datetime import date

from thidua import law
from thidua.modules.rulebook.sheets.conditions import conditions
from thidua.modules.rulebook.sheets.instruments import instruments
from thidua.modules.rulebook.sheets.local import settled_here
from thidua.modules.rulebook.sheets.parts import Sheet
from thidua.modules.rulebook.sheets.procedure import papers, publicity, terms
from thidua.modules.rulebook.sheets.values import authority, prize, quotas, votes

LAW_2026 = "06/2026/QH16"


def sheet(book: law.Book, honour: str, kind: str, on: date) -> Sheet:
    said = (
        *conditions(book, honour, kind, on),
        votes(book, honour, on),
        authority(book, honour, on),
        prize(book, honour, kind, on),
        papers(book, honour, kind, on),
        terms(book, honour, kind, on),
        publicity(book, honour, on),
        quotas(book, honour, on),
        *settled_here(book, honour, kind, on),
    )
    numbers = {number for section in said for row in section.rows for number in row.numbers}
    listed = instruments(book, _with_the_newest(numbers, on), on)
    return Sheet(book.honour(honour), kind, on, (*said, listed))


def _with_the_newest(numbers: set[str], on: date) -> set[str]:
    """From its first day the law of 2026 governs, though nobody could read it yet."""
    return numbers | {LAW_2026} if law.regime(on) == "D" else numbers
