"""An uploaded template is looked into before any library reads it: size, parts, and nothing that hides a field."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from thidua.documents.recognise import FileType, Refused, recognise
from thidua.documents.sentences import Sentence

MOST_BYTES = 2 * 1024 * 1024
MOST_XML = 1024 * 1024
MOST_BRACES = 4_000
RENDERED = ("word/document.xml", "word/header", "word/footer", "word/footnotes")
MARKS = ("{{", "{%", "{#", "{_")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

LARGE = Sentence(
    "Tệp mẫu quá lớn: tối đa 2 MB, phần chữ tối đa 1 MB.",
    "The template is too large: at most 2 MB, its text at most 1 MB.",
)
NO_WORD = Sentence("Mẫu phải là tệp Word (.docx).", "A template is a Word file (.docx).")
DAMAGED = Sentence("Không đọc được tệp Word này.", "This Word file cannot be read.")
HIDDEN = Sentence(
    "Có thẻ nằm ở chỗ không soạn thảo được (thuộc tính, trường của Word). Hãy gõ thẻ trực tiếp vào lời văn.",
    "There is a tag where nobody writes (an attribute, a field of Word). Type tags into the text.",
)
REACHES_OUT = Sentence(
    "Mẫu có liên kết lấy nội dung từ nơi khác. Hãy bỏ liên kết rồi tải lại.",
    "The template fetches content from elsewhere. Take the link out and upload it again.",
)


class CannotOpen(Exception):
    """Refused before it is read; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def parts_of(content: bytes) -> dict[str, etree._Element]:
    """The parts in which tags are read, in the order of the file. Raises CannotOpen."""
    found = recognise(content, "mau.docx", most_bytes=MOST_BYTES)
    if isinstance(found, Refused):
        raise CannotOpen(LARGE if len(content) > MOST_BYTES else found.sentence)
    if found != FileType.DOCX:
        raise CannotOpen(NO_WORD)
    with ZipFile(BytesIO(content)) as parts:
        _look_around(parts)
        names = sorted(
            (n for n in parts.namelist() if n.startswith(RENDERED)), key=lambda n: (n != RENDERED[0], n)
        )
        return {name: _tree(parts.read(name)) for name in names if name.endswith(".xml")}


def _look_around(parts: ZipFile) -> None:
    for part in parts.infolist():
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.file_size > MOST_XML:
            raise CannotOpen(LARGE)
        text = parts.read(part.filename)
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise CannotOpen(DAMAGED)
        if part.filename.endswith(".rels") and _fetches(text):
            raise CannotOpen(REACHES_OUT)
        if not part.filename.startswith(RENDERED) and any(mark.encode() in text for mark in MARKS):
            raise CannotOpen(HIDDEN)


def _fetches(relations: bytes) -> bool:
    """Only a link that a reader clicks may lead outside."""
    tags = relations.lower().split(b">")
    return any(b'"external"' in tag and b"/hyperlink" not in tag for tag in tags)


def _tree(text: bytes) -> etree._Element:
    if text.count(b"{") > MOST_BRACES:
        raise CannotOpen(LARGE)
    try:
        tree = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise CannotOpen(DAMAGED) from None
    if any(_is_marked(text) for text in _unwritten(tree)):
        raise CannotOpen(HIDDEN)
    return tree


def _unwritten(tree: etree._Element) -> Iterator[str]:
    """All text that is not that of a paragraph: attributes, codes, comments, what stands between elements."""
    for element in tree.iter():
        if element.tag != f"{W}t":
            yield element.text or ""
        yield element.tail or ""
        if isinstance(element.tag, str):
            yield from map(str, element.attrib.values())


def _is_marked(text: str) -> bool:
    return any(mark in text for mark in MARKS)
