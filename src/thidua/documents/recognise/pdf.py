"""PDF files: whole, without password, scripts, launches or attached files."""

import re
import zlib
from collections.abc import Iterator

from thidua.documents.recognise.kinds import FileType, Reason, Refused

END_WITHIN = 2048
MOST_UNPACKED = 50 * 1024 * 1024
STREAM = re.compile(rb">>\s*stream\r?\n(.*?)endstream", re.DOTALL)
OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,2000}?stream\r?\n(.*?)endstream", re.DOTALL)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)(?![A-Za-z0-9])")
PROTECTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")


class _TooMuch(Exception):
    """The object streams unpack to more than a paper can need."""


def recognise_pdf(content: bytes) -> FileType | Refused:
    if b"%%EOF" not in content[-END_WITHIN:]:
        return Refused(Reason.DAMAGED)
    try:
        return _judged(b"\n".join((STREAM.sub(b"", content), *object_streams(content))))
    except _TooMuch:
        return Refused(Reason.BOMB)


def _judged(objects: bytes) -> FileType | Refused:
    # A name may be written with #-codes to hide it: /J#53 is /JS.
    plain = ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), objects)
    if PROTECTED.search(plain):
        return Refused(Reason.PROTECTED)
    return Refused(Reason.ACTIVE) if ACTIVE.search(plain) else FileType.PDF


def object_streams(content: bytes) -> Iterator[bytes]:
    """Objects that are packed together, unpacked; what cannot be unpacked cannot be read either."""
    room = MOST_UNPACKED
    for packed in OBJECT_STREAM.finditer(content):
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(packed[1], room)
        except zlib.error:
            continue
        if unpacker.unconsumed_tail:
            raise _TooMuch
        room -= len(unpacked)
        yield unpacked
