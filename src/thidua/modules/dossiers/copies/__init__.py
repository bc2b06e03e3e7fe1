"""Passages that a report shares with others: a hint to who writes, marked text for who appraises, never a score."""

from thidua.modules.dossiers.copies.alike import Alike, alike, archive
from thidua.modules.dossiers.copies.marking import Piece, marked

__all__ = ["Alike", "Piece", "alike", "archive", "marked"]
