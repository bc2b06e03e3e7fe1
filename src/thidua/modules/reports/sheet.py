"""A report as a spreadsheet in the form's own layout: heads over groups of columns, numbers as numbers."""

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from thidua.documents.spreadsheet import neutral
from thidua.modules.reports.counting import ALL, Figures

TOP = 4


def write(figures: Figures, *, title: str, code: str, body: str, span: str) -> bytes:
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        base = {"font_name": "Times New Roman", "font_size": 12}
        plain = book.add_format(base)
        strong = book.add_format(base | {"bold": True})
        head = book.add_format(
            base | {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        )
        cell = book.add_format(base | {"border": 1})
        sheet = book.add_worksheet("Biểu")
        for row, (text, style) in enumerate(((code, plain), (title, strong), (body, plain), (span, plain))):
            sheet.write_string(row, 0, neutral(text), style)
        _heads(sheet, figures, head)
        _cells(sheet, figures, cell)
        sheet.set_column(0, 0, 42)
        sheet.freeze_panes(TOP + 2, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return file.getvalue()


def _heads(sheet: Worksheet, figures: Figures, head: Format) -> None:
    sheet.merge_range(TOP, 0, TOP + 1, 0, figures.head, head)
    sheet.merge_range(TOP, 1, TOP + 1, 1, "Tổng số", head)
    column = 2
    for band in figures.bands:
        n = len(band.columns)
        if n > 1:
            sheet.merge_range(TOP, column, TOP, column + n - 1, band.title, head)
        elif n:
            sheet.write_string(TOP, column, band.title, head)
        for words in band.columns.values():
            sheet.write_string(TOP + 1, column, words, head)
            sheet.set_column(column, column, 12)
            column += 1


def _cells(sheet: Worksheet, figures: Figures, cell: Format) -> None:
    keys = [key for key, _words in figures.columns()]
    for n, (row, words) in enumerate([(ALL, "Tổng số"), *figures.rows.items()]):
        sheet.write_string(TOP + 2 + n, 0, neutral(words), cell)
        for column, key in enumerate(keys, 1):
            sheet.write_number(TOP + 2 + n, column, figures.at(row, key), cell)
