"""A paper that is not kept: drawn as it is asked for."""

from thidua.documents import draw_docx, draw_pdf
from thidua.documents.letters import Letter

FORMS = {
    "pdf": (draw_pdf, "application/pdf"),
    "docx": (draw_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def drawn_as(letter: Letter, form: str) -> tuple[bytes, str]:
    """Its bytes and media type. Raises KeyError for a form in which papers are not drawn."""
    draw, media_type = FORMS[form]
    return draw(letter), media_type
