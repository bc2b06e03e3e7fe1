"""Papers: plain letters in, bytes out. No Django, no database, no clock.

draw_pdf(letter) and draw_docx(letter) draw the same letter; the docx is for editing.
"""

from thidua.documents.compose import compose
from thidua.documents.door import cleaned
from thidua.documents.letters import CertificateOfMerit, Letter
from thidua.documents.pdf.paper import paper_pdf

__all__ = ["draw_pdf"]


def draw_pdf(letter: Letter) -> bytes:
    """PDF/A-2b with its fonts embedded; the same bytes for the same letter."""
    return paper_pdf(compose(cleaned(letter)))
