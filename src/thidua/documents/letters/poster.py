"""Áp phích giới thiệu gương người tốt, việc tốt."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class TipPoster:
    """A4 upright, to hang where people pass; `url` is drawn as a QR code and written below it."""

    unit: str
    url: str
    day: date
