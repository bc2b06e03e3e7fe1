"""A text as words that do not see names and numbers: who copies changes just these."""

import re
import zlib
from dataclasses import dataclass

from thidua.kernel.text import fold

WORD = re.compile(r"\w+(?:[./,-]\w+)*")
LENGTH = 5
NUMBER, NAME = "#", "@"


@dataclass(frozen=True, slots=True)
class Word:
    """`key` is what is compared; the place is that in the text."""

    key: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Runs of capitalised words become one name; but for the first word of a sentence, which is always so."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        key = _key(match, text)
        if key == NAME and found and found[-1].key == NAME:
            found[-1] = Word(NAME, found[-1].start, match.end())
        else:
            found.append(Word(key, match.start(), match.end()))
    return found


def _key(match: re.Match[str], text: str) -> str:
    word = match.group()
    if any(sign.isdigit() for sign in word):
        return NUMBER
    if word[0].isupper() and not _begins(text, match.start()):
        return NAME
    return fold(word)


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(' \t"“(–-')
    return not before or before[-1] in ".!?:;\n"


def shingles(found: list[Word]) -> list[int]:
    """Of each five words in a row, at the place of the first."""
    keys = [one.key for one in found]
    return [zlib.crc32(" ".join(keys[n : n + LENGTH]).encode()) for n in range(len(keys) - LENGTH + 1)]
