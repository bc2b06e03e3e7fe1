"""Papers: plain letters in, bytes out. No Django, no database, no clock.

draw_pdf(letter) and draw_docx(letter) draw the same letter; the docx is for editing.
"""

from collections.abc import Sequence

from thidua.documents.compose import compose
from thidua.documents.door import cleaned
from thidua.documents.letters import BlankPage, CertificateOfMerit, Emblem, HallPaper, Letter, TipPoster
from thidua.documents.pdf.blank import blank_picture, blanks_pdf, calibration_pdf
from thidua.documents.pdf.certificate import certificate_picture, certificates_pdf
from thidua.documents.pdf.hall import hall_pdf
from thidua.documents.pdf.paper import paper_pdf
from thidua.documents.pdf.poster import poster_pdf
from thidua.documents.word.certificate import certificate_docx
from thidua.documents.word.paper import paper_docx

__all__ = [
    "draw_blank",
    "draw_blanks",
    "draw_calibration",
    "draw_docx",
    "draw_hall",
    "draw_pdf",
    "draw_picture",
    "draw_poster",
    "draw_print_file",
]


def draw_pdf(letter: Letter) -> bytes:
    """PDF/A-2b with its fonts embedded; the same bytes for the same letter."""
    if isinstance(letter, CertificateOfMerit):
        return certificates_pdf([cleaned(letter)])
    return paper_pdf(compose(cleaned(letter)))


def draw_docx(letter: Letter) -> bytes:
    """A Word document with the same text, in Times New Roman, with named styles."""
    if isinstance(letter, CertificateOfMerit):
        return certificate_docx(cleaned(letter))
    return paper_docx(compose(cleaned(letter)))


def draw_print_file(letters: Sequence[CertificateOfMerit]) -> bytes:
    """Up to 1000 certificates, one a page, in the order given."""
    return certificates_pdf([cleaned(letter) for letter in letters])


def draw_poster(letter: TipPoster) -> bytes:
    """A poster is printed, never edited: PDF only."""
    return poster_pdf(cleaned(letter))


def draw_hall(letter: HallPaper) -> bytes:
    """Slides, name cards or a plan of seats: PDF only."""
    return hall_pdf(cleaned(letter))


def draw_picture(letter: CertificateOfMerit) -> bytes:
    """One certificate as a picture (PNG) for the screen."""
    return certificate_picture(cleaned(letter))


def draw_blanks(pages: Sequence[BlankPage]) -> bytes:
    """Up to 1000 blanks as one print file, in the order given; CannotPlace where a text does not fit."""
    return blanks_pdf([cleaned(page) for page in pages])


def draw_blank(page: BlankPage, picture: Emblem | None = None) -> bytes:
    """One blank as PNG, over the picture of the blank where there is one."""
    return blank_picture(cleaned(page), picture)


def draw_calibration(page: BlankPage) -> bytes:
    """A sheet that shows by how much a printer is off."""
    return calibration_pdf(page)
