"""Word files made on the spot: well made, broken, hostile."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx

WORD = "word/document.xml"


def word(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return saved(document)


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, change) -> bytes:
    """The same file with one part written anew; a part that is not there is added."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for part in parts.namelist():
            if part != name:
                packed.writestr(part, parts.read(part))
        old = parts.read(name) if name in parts.namelist() else b""
        packed.writestr(name, change(old))
    return out.getvalue()


def text_of(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)
