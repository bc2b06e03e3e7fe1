"""What an uploaded file really is, by its content; its name must agree."""

import re

import filetype

from thidua.documents.recognise.kinds import EXTENSIONS, FileType, Reason, Refused
from thidua.documents.recognise.office import recognise_office
from thidua.documents.recognise.pdf import is_pdf, recognise_pdf
from thidua.documents.recognise.picture import recognise_picture

__all__ = ["MOST_BYTES", "FileType", "Reason", "Refused", "recognise"]

MOST_BYTES = 50 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = {"jpg": FileType.JPEG, "png": FileType.PNG, "webp": FileType.WEBP, "heic": FileType.HEIC}
ARCHIVES = {"rar", "7z", "gz", "bz2", "xz", "tar", "cab", "Z", "lz", "zst", "lz4", "lzo", "br", "ar"}
PROGRAMS = {"exe", "elf", "swf", "crx", "deb", "rpm", "wasm"}
PROGRAM_NAMES = {
    *("exe", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta"),
    *("lnk", "jar", "dll", "sh", "html", "htm", "svg", "xhtml", "php", "py", "reg", "url", "cpl"),
}
MACRO_NAMES = {"docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm"}
SCRIPT = re.compile(rb"\s*(#!|<\?php|<!doctype html|<html|<script|<svg|@echo off)", re.IGNORECASE)


def recognise(content: bytes, name: str, *, most_bytes: int = MOST_BYTES) -> FileType | Refused:
    """The type to store and serve the file as, or why it is refused."""
    if not content:
        return Refused(Reason.EMPTY)
    if len(content) > most_bytes:
        return Refused(Reason.TOO_LARGE)
    extension = _extension(name)
    if extension in PROGRAM_NAMES:
        return Refused(Reason.PROGRAM)
    if extension in MACRO_NAMES:
        return Refused(Reason.MACROS)
    return _agreed(_by_content(content), extension)


def _extension(name: str) -> str:
    """Of "Tờ trình.PDF. " it is "pdf": Windows drops the dots and spaces at the end."""
    _, dot, extension = name.rstrip(". ").rpartition(".")
    return extension.lower() if dot else ""


def _agreed(found: FileType | Refused, extension: str) -> FileType | Refused:
    if isinstance(found, Refused) or not extension:
        return found
    return found if EXTENSIONS.get(extension) is found else Refused(Reason.MISNAMED)


def _by_content(content: bytes) -> FileType | Refused:
    if is_pdf(content):
        return recognise_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return recognise_office(content)
    if content.startswith(OLD_OFFICE):
        return Refused(Reason.OLD_OFFICE)
    if SCRIPT.match(content[:512].removeprefix(b"\xef\xbb\xbf")):
        return Refused(Reason.PROGRAM)
    return _by_signature(content)


def _by_signature(content: bytes) -> FileType | Refused:
    guessed = filetype.guess(content)
    extension = guessed.extension if guessed else ""
    if extension in PICTURES:
        return recognise_picture(content, PICTURES[extension])
    if extension in PROGRAMS or content.startswith(b"MZ"):
        return Refused(Reason.PROGRAM)
    return Refused(Reason.ARCHIVE if extension in ARCHIVES else Reason.UNKNOWN)
