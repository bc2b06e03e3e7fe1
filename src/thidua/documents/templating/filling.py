"""Filling a template in."""

from collections.abc import Callable
from io import BytesIO

import docx
from docxtpl import DocxTemplate

from thidua.documents.door import cleaned
from thidua.documents.letters import Letter
from thidua.documents.sentences import Sentence
from thidua.documents.templating.content import Content, UnknownShape
from thidua.documents.templating.kinds import letter_content, sample_content
from thidua.documents.templating.opening import CannotOpen, parts_of
from thidua.documents.templating.sandbox import FieldsOnly, TooLarge
from thidua.documents.word.package import packed

NOT_TOGETHER = Sentence(
    "Không ráp được văn bản từ mẫu: vòng lặp hoặc điều kiện cắt ngang bảng, hàng hay đoạn. Thẻ {%tr …%} phải ở hàng riêng, "
    "thẻ {%p …%} phải ở đoạn riêng.",
    "The paper does not come together: a loop or condition cuts through a table, a row or a paragraph. {%tr …%} needs a "
    "row of its own, {%p …%} a paragraph of its own.",
)
LARGE = Sentence("Văn bản lập theo mẫu quá lớn.", "The paper that the template makes is too large.")
OTHER_SHAPE = Sentence(
    "Văn bản này có bảng mà mẫu không có.", "This paper has a table that its template does not know."
)


class CannotFill(Exception):
    """The template does not make a paper of this letter; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def fill_sample(template: bytes, kind: str) -> bytes:
    return _filled(template, lambda: sample_content(kind))


def fill(template: bytes, kind: str, letter: Letter) -> bytes:
    """The letter as a Word document by the template. Raises CannotFill."""
    return _filled(template, lambda: letter_content(kind, cleaned(letter)))


def _filled(template: bytes, content: Callable[[], Content]) -> bytes:
    try:
        parts_of(template)
        return _rendered(template, content())
    except CannotOpen as refused:
        raise CannotFill(refused.sentence) from None
    except UnknownShape:
        raise CannotFill(OTHER_SHAPE) from None


def _rendered(template: bytes, content: Content) -> bytes:
    try:
        drawn = DocxTemplate(BytesIO(template))
        drawn.render(content, FieldsOnly(), autoescape=True)
        written = BytesIO()
        drawn.save(written)
        return packed(docx.Document(BytesIO(written.getvalue())))
    except TooLarge:
        raise CannotFill(LARGE) from None
    except Exception:  # noqa: BLE001 -- an odd file fails anywhere in the libraries: for the officer it is one thing
        raise CannotFill(NOT_TOGETHER) from None
