"""Sentences for officers from a layer without a catalogue of translations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in both languages of the screens; shown in Vietnamese unless asked otherwise."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi
