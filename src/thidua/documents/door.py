"""What comes in from outside: one Unicode form, and no character that a paper cannot hold."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

KEPT = {"\n"}
T = TypeVar("T")


def clean_text(text: str) -> str:
    """NFC; tabs become spaces, control characters and lone surrogates are dropped."""
    spaced = text if text.isprintable() else text.replace("\r\n", "\n").replace("\t", " ")
    spaced = unicodedata.normalize("NFC", spaced)
    if spaced.isprintable():  # almost all
        return spaced
    return "".join(c for c in spaced if c in KEPT or unicodedata.category(c) not in {"Cc", "Cs"})


def _cleaned(content: object) -> object:
    # A StrEnum is a str too, but a name of ours.
    if type(content) is str:
        return clean_text(content)
    if isinstance(content, tuple):
        return tuple(_cleaned(part) for part in content)
    if is_dataclass(content) and not isinstance(content, type):
        changed = {field.name: _cleaned(getattr(content, field.name)) for field in fields(content)}
        return replace(content, **changed)
    return content


def cleaned(letter: T) -> T:
    """The same letter with every text in it cleaned."""
    return _cleaned(letter)  # type: ignore[return-value]
