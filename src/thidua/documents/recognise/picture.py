"""Photographs and scans."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from thidua.documents.recognise.kinds import FileType, Reason, Refused

MOST_PIXELS = 120_000_000
READ_BY_PILLOW = {FileType.JPEG: "JPEG", FileType.PNG: "PNG", FileType.WEBP: "WEBP"}


def recognise_picture(content: bytes, kind: FileType) -> FileType | Refused:
    """Its head is read, not its pixels; HEIC is known by its first bytes alone."""
    if kind not in READ_BY_PILLOW:
        return kind
    try:
        with Image.open(BytesIO(content), formats=[READ_BY_PILLOW[kind]]) as picture:
            width, height = picture.size
            picture.verify()
    except Image.DecompressionBombError:
        return Refused(Reason.BOMB)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return Refused(Reason.DAMAGED)
    return Refused(Reason.BOMB) if width * height > MOST_PIXELS else kind
