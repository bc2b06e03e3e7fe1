"""Each kind of file as raw rows; nothing is opened before it has been recognised."""

import csv
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO, StringIO

from docx import Document
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from thidua.documents.recognise import FileType, Reason, Refused, recognise
from thidua.documents.recognise.kinds import SENTENCES
from thidua.documents.spreadsheet import LOCKED, UNREADABLE, CannotReadTable
from thidua.documents.tables.sentences import NO_TABLE, NOT_A_TABLE

Raw = Iterable[object]
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS = "_VBA_PROJECT".encode("utf-16-le")
SEPARATORS = "\t;,"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def raw_rows(content: bytes, name: str, most_bytes: int) -> Iterator[Raw]:
    if len(content) > most_bytes:
        raise CannotReadTable(SENTENCES[Reason.TOO_LARGE])
    return iter(_reader(content, name.lower(), most_bytes)(content))


def _reader(content: bytes, name: str, most_bytes: int) -> Callable[[bytes], Iterable[Raw]]:
    if name.endswith(".xls") and content.startswith(OLD_EXCEL):
        return _old_excel
    if name.endswith((".csv", ".txt")) and content and not content.startswith(OLD_EXCEL):
        return _separated
    found = recognise(content, name, most_bytes=most_bytes)
    if isinstance(found, Refused):
        raise CannotReadTable(found.sentence)
    if found is FileType.XLSX:
        return _excel
    if found is FileType.DOCX:
        return _word
    raise CannotReadTable(NOT_A_TABLE)


def _old_excel(content: bytes) -> Iterable[Raw]:
    if MACROS in content:
        raise CannotReadTable(SENTENCES[Reason.MACROS])
    return _excel(content)


def _excel(content: bytes) -> Iterable[Raw]:
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            return book.get_sheet_by_index(0).to_python()
    except PasswordError as error:
        raise CannotReadTable(LOCKED) from error
    except (CalamineError, IndexError, OSError, ValueError) as error:
        raise CannotReadTable(UNREADABLE) from error


def _separated(content: bytes) -> Iterable[Raw]:
    text = _decoded(content)
    if "\0" in text:
        raise CannotReadTable(NOT_A_TABLE)
    first = text.lstrip().split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise CannotReadTable(UNREADABLE) from error


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 where it is one; else each byte as Windows-1252 shows it, and the cells are told one by one."""
    try:
        return content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in content)


def _word(content: bytes) -> Iterable[Raw]:
    """The table with the most rows; the others of a letter are its heading and its signatures."""
    try:
        tables = Document(BytesIO(content)).tables
    except (KeyError, ValueError, OSError) as error:
        raise CannotReadTable(UNREADABLE) from error
    if not tables:
        raise CannotReadTable(NO_TABLE)
    longest = max(tables, key=lambda table: len(table.rows))
    return [[cell.text for cell in row.cells] for row in longest.rows]
