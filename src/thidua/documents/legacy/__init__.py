"""Vietnamese as it was typed before Unicode, told by the text of a cell alone and turned into NFC."""

from thidua.documents.legacy.detect import Reread, reread
from thidua.documents.legacy.encodings import Encoding, decode, encode

__all__ = ["Encoding", "Reread", "decode", "encode", "reread"]
