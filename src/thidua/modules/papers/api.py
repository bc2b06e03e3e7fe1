"""The door of papers: drawing and keeping them, numbers without gaps, who may sign, letterheads."""

from thidua.modules.papers.actions import draw, draw_certificates, draw_on_blanks, name_signer, next_number
from thidua.modules.papers.handing import drawn_as
from thidua.modules.papers.instruments import instruments
from thidua.modules.papers.letters import (
    TERRITORIES,
    agency_name,
    letterhead,
    place_name,
    signature,
    signature_for_all,
    signing_lines,
)
from thidua.modules.papers.policy import may_read
from thidua.modules.papers.queries import latest, papers_of, signers_of

__all__ = [
    "TERRITORIES",
    "agency_name",
    "draw",
    "draw_certificates",
    "draw_on_blanks",
    "drawn_as",
    "instruments",
    "latest",
    "letterhead",
    "may_read",
    "name_signer",
    "next_number",
    "papers_of",
    "place_name",
    "signature",
    "signature_for_all",
    "signers_of",
    "signing_lines",
]
