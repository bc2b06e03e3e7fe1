"""The door of papers: drawing and keeping them, numbers without gaps, who may sign, letterheads."""

from thidua.modules.papers.actions import draw, name_signer, next_number
from thidua.modules.papers.letters import agency_name, letterhead, place_name, signature, signing_lines
from thidua.modules.papers.policy import may_read
from thidua.modules.papers.queries import latest, papers_of, signers_of

__all__ = [
    "agency_name",
    "draw",
    "latest",
    "letterhead",
    "may_read",
    "name_signer",
    "next_number",
    "papers_of",
    "place_name",
    "signature",
    "signers_of",
    "signing_lines",
]
