"""Word and Excel files: a zip that is looked into before anything else opens it."""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from thidua.documents.recognise.kinds import FileType, Reason, Refused

MOST_PARTS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
# Small parts of XML shrink well: the ratio counts from here on.
RATIO_FROM = 10 * 1024 * 1024
STEP = 1024 * 1024
ENCRYPTED = 0x1

MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": FileType.DOCX,
    b"spreadsheetml.sheet.main+xml": FileType.XLSX,
}
ACTIVE_PARTS = re.compile(
    r"vbaProject|vbaData|macrosheets/|activeX/|oleObject|embeddings/[^/]*\.(?!xlsx$|docx$)", re.IGNORECASE
)
MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
FETCHED = (b"attachedtemplate", b"oleobject", b"/frame")
OPEN_DOCUMENT = "mimetype"


def recognise_office(content: bytes) -> FileType | Refused:
    try:
        with ZipFile(BytesIO(content)) as parts:
            return _inspected(parts)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        return Refused(Reason.DAMAGED)


def _inspected(parts: ZipFile) -> FileType | Refused:
    listed = parts.infolist()
    if len(listed) > MOST_PARTS:
        return Refused(Reason.BOMB)
    if any(part.flag_bits & ENCRYPTED for part in listed):
        return Refused(Reason.PROTECTED)
    names = {part.filename for part in listed}
    if "[Content_Types].xml" not in names:
        return Refused(Reason.UNKNOWN if OPEN_DOCUMENT in names else Reason.ARCHIVE)
    if is_bomb(parts, listed):
        return Refused(Reason.BOMB)
    if has_macros(parts, names):
        return Refused(Reason.MACROS)
    return _main_part(parts.read("[Content_Types].xml"), names)


def is_bomb(parts: ZipFile, listed: list[ZipInfo]) -> bool:
    """What really comes out is counted: the sizes written in the file may lie."""
    packed = sum(part.compress_size for part in listed)
    unpacked = 0
    for part in listed:
        with parts.open(part) as stream:
            while step := stream.read(STEP):
                unpacked += len(step)
                if unpacked > MOST_UNPACKED:
                    return True
                if unpacked > RATIO_FROM and unpacked > MOST_RATIO * max(packed, 1):
                    return True
    return False


def has_macros(parts: ZipFile, names: set[str]) -> bool:
    if any(ACTIVE_PARTS.search(name) for name in names):
        return True
    if MACRO_TYPE.search(parts.read("[Content_Types].xml")):
        return True
    return any(_reaches_out(parts.read(name)) for name in names if name.endswith(".rels"))


def _reaches_out(relations: bytes) -> bool:
    """A template or an object fetched from elsewhere when the file is opened."""
    tags = relations.lower().split(b">")
    return any(b"external" in tag and any(kind in tag for kind in FETCHED) for tag in tags)


def _main_part(content_types: bytes, names: set[str]) -> FileType | Refused:
    for mark, kind in MAIN_PARTS.items():
        if mark in content_types and any(name.startswith(FOLDERS[kind]) for name in names):
            return kind
    return Refused(Reason.UNKNOWN)


FOLDERS = {FileType.DOCX: "word/", FileType.XLSX: "xl/"}
