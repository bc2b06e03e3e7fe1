"""A Word file whose bytes depend on its content alone."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(document: Document) -> bytes:
    """The library stamps each part with the clock; here every part has the same stamp."""
    written, packed_again = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(packed_again, "w", ZIP_DEFLATED) as out:
        for name in parts.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            out.writestr(entry, parts.read(name))
    return packed_again.getvalue()
