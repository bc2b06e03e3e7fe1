"""PDF files: whole, without password, scripts, launches or attached files.

The search is linear in the size of the file whatever is in it.
"""

import re
import zlib
from collections.abc import Iterator

from thidua.documents.recognise.kinds import FileType, Reason, Refused

HEAD_PADDING = b"\xef\xbb\xbf \r\n\t"
TAIL_PADDING = b"\0 \r\n\t"
END_WITHIN = 2048
DICTIONARY_WITHIN = 500
MOST_UNPACKED = 50 * 1024 * 1024
MOST_ESCAPES = 100_000
MOST_STREAMS = 200_000
BEGIN, END = b"stream", b"endstream"
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)(?![A-Za-z0-9])")
PROTECTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")


class _TooMuch(Exception):
    """There is more to unpack or to decode than a paper can need."""


def is_pdf(content: bytes) -> bool:
    return content[:1024].lstrip(HEAD_PADDING).startswith(b"%PDF-")


def recognise_pdf(content: bytes) -> FileType | Refused:
    if b"%%EOF" not in content.rstrip(TAIL_PADDING)[-END_WITHIN:]:
        return Refused(Reason.DAMAGED)
    try:
        return _judged(_names_decoded(b"\n".join(_objects(content))))
    except _TooMuch:
        return Refused(Reason.BOMB)


def _judged(objects: bytes) -> FileType | Refused:
    if PROTECTED.search(objects):
        return Refused(Reason.PROTECTED)
    return Refused(Reason.ACTIVE) if ACTIVE.search(objects) else FileType.PDF


def _names_decoded(objects: bytes) -> bytes:
    """A name may be written with #-codes to hide it: /J#53 is /JS."""
    if objects.count(b"#") > MOST_ESCAPES:
        raise _TooMuch
    return ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), objects)


def _objects(content: bytes) -> Iterator[bytes]:
    """What stands between streams, and what is packed in streams of objects."""
    if content.count(BEGIN) > MOST_STREAMS:
        raise _TooMuch
    room = MOST_UNPACKED
    position = 0
    for begin, end in _streams(content):
        between = content[position:begin]
        yield between
        if b"/ObjStm" in between[-DICTIONARY_WITHIN:]:
            unpacked = _unpacked(content[begin + len(BEGIN) : end].lstrip(b"\r\n"), room)
            room -= len(unpacked)
            yield unpacked
        position = end
    yield content[position:]


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each stream begins and ends; the word counts only after the end of a dictionary."""
    begin = content.find(BEGIN)
    while begin >= 0:
        follows = content[max(begin - 8, 0) : begin].rstrip().endswith(b">>")
        end = content.find(END, begin) if follows else begin
        if end < 0:
            return
        if follows:
            yield begin, end
        begin = content.find(BEGIN, end + len(END if follows else BEGIN))


def _unpacked(packed: bytes, room: int) -> bytes:
    """What cannot be unpacked cannot be read by a viewer either."""
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(packed, max(room, 1))
    except zlib.error:
        return b""
    if unpacker.unconsumed_tail:
        raise _TooMuch
    return unpacked
