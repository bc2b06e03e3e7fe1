"""What kind of text a cell holds: told by how many of its words could be Vietnamese before and after.

What could be right is never touched: a name in Unicode, a foreign name, a sign such as ² or ½.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from thidua.documents.legacy.encodings import LETTERS, WORD, Encoding, decode
from thidua.documents.legacy.signs import TCVN3
from thidua.documents.legacy.syllables import COMMON, bare_word, is_syllable

SIGNS = frozenset("²³°½¼¾×÷±§©®µ¹«»·–—‘’“”…•€£¥")
ONLY_SMALL = frozenset(chr(code) for code in TCVN3 if code >= 0xB5)
PUNCTUATION = frozenset("–—‘’“”…•«»·")
WRONG_SIGNS = SIGNS - PUNCTUATION
REMEMBERED = 8_192


@dataclass(frozen=True, slots=True)
class Reread:
    """A cell before and after; `encoding` is None where nothing was changed."""

    before: str
    after: str
    encoding: Encoding | None = None


def reread(text: str) -> Reread:
    if text.isascii():
        return Reread(text, text)
    composed = unicodedata.normalize("NFC", text)
    found = _recognised(composed)
    if found:
        return Reread(text, found[1], found[0])
    return Reread(text, composed, Encoding.DECOMPOSED if composed != text else None)


def _recognised(text: str) -> tuple[Encoding, str] | None:
    if all(map(_is_right, _marked(text))) or not _has_letters(text):
        return None
    if _is_unicode(text):
        return _word_by_word(text)
    return _best(text)


def _marked(text: str) -> list[str]:
    """Words with a sign beyond ASCII: the others say nothing."""
    return [word for word in WORD.findall(text) if not word.isascii() and not _is_punctuation(word)]


@lru_cache(maxsize=REMEMBERED)
def _is_punctuation(word: str) -> bool:
    return PUNCTUATION.issuperset(word)


@lru_cache(maxsize=REMEMBERED)
def _is_right(word: str) -> bool:
    """The words of a list are few: a hundred thousand names are some hundreds of syllables."""
    return is_syllable(word) and not WRONG_SIGNS.intersection(word)


def _has_letters(text: str) -> bool:
    """A lone sign (3 × 4, 10 m², 30 °C) is no word of an old encoding; "V¨n" is."""
    return any(
        any(sign.isalpha() and sign not in SIGNS for sign in word) and not _is_measure(word)
        for word in _marked(text)
    )


def _is_measure(word: str) -> bool:
    return word.rstrip("²³") in {"m", "cm", "dm", "km", "mm"} or word.lstrip("°") in {"C", "F"}


def _is_unicode(text: str) -> bool:
    """Letters that no old encoding shows: ă, đ, ơ, ư and those of the Vietnamese block."""
    return any("\u1ea0" <= sign <= "\u1ef9" or sign in "ăĂđĐơƠưƯĩĨũŨ" for sign in text)


def _candidates(text: str) -> Iterable[tuple[Encoding, str]]:
    for encoding in LETTERS:
        after = decode(text, encoding)
        if after != text:
            yield encoding, after


def _best(text: str) -> tuple[Encoding, str] | None:
    """The encoding in which every marked word becomes a syllable; of several, the one with more common words."""
    marked = _marked(text)
    found = []
    for encoding, after in _candidates(text):
        turned = [decode(word, encoding) for word in marked]
        if all(is_syllable(word) and not SIGNS.intersection(word) for word in turned):
            n_common = sum(bare_word(word) in COMMON for word in turned)
            found.append((n_common, encoding, after))
    if not found:
        return None
    _n, encoding, after = max(found, key=lambda one: one[0])
    return encoding, _names(after, text) if encoding is Encoding.TCVN3 else after


def _word_by_word(text: str) -> tuple[Encoding, str] | None:
    """A cell of mixed kinds: what is right stays, each other word is read by itself."""
    kinds: list[Encoding] = []

    def turn(word: str) -> str:
        if word.isascii() or _is_right(word) or not _has_letters(word):
            return word
        found = _best(word)
        if found:
            kinds.append(found[0])
        return found[1] if found else word

    after = WORD.sub(lambda word: turn(word[0]), text)
    return (kinds[0], after) if kinds else None


def _names(after: str, before: str) -> str:
    """ABC has no capital with a tone: "Hoµng ThÞ ¸nh" is Hoàng Thị Ánh when all the other words begin with one."""
    old, new = before.split(" "), after.split(" ")
    begun = [
        word for raw, word in zip(old, new, strict=False) if raw[:1] not in ONLY_SMALL and word[:1].isalpha()
    ]
    if len(old) != len(new) or not begun or not all(word[0].isupper() for word in begun):
        return after
    return " ".join(
        word[:1].upper() + word[1:] if raw[:1] in ONLY_SMALL else word
        for raw, word in zip(old, new, strict=True)
    )
