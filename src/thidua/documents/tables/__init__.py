"""Tables out of what an officer has: Excel new and old, text with separators, the tables of a Word file."""

from thidua.documents.tables.reading import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Change,
    Line,
    Sheet,
    read_sheet,
)

__all__ = ["MOST_BYTES", "MOST_COLUMNS", "MOST_ROWS", "Change", "Line", "Sheet", "read_sheet"]
