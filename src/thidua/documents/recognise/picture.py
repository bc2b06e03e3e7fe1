"""Photographs and scans."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from thidua.documents.recognise.kinds import FileType, Reason, Refused

# A sheet of A3 scanned at 600 dpi has 70 million; above 89 million the library warns.
MOST_PIXELS = 89_000_000
READ_BY_PILLOW = {FileType.JPEG: "JPEG", FileType.PNG: "PNG", FileType.WEBP: "WEBP"}


def recognise_picture(content: bytes, kind: FileType) -> FileType | Refused:
    """Its head is read, not its pixels; HEIC is known by its first bytes alone."""
    if kind not in READ_BY_PILLOW:
        return kind
    try:
        with Image.open(BytesIO(content), formats=[READ_BY_PILLOW[kind]]) as picture:
            width, height = picture.size
            picture.verify()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Refused(Reason.BOMB)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return Refused(Reason.DAMAGED)
    return Refused(Reason.BOMB) if width * height > MOST_PIXELS else kind
