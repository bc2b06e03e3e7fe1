"""A text as words that do not see names and numbers: who copies changes just these."""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from thidua.kernel.text import fold

WORD = re.compile(r"\w+(?:[./,-]\w+)*")
LENGTH = 5
NUMBER, NAME = "#", "@"
BEFORE_A_SENTENCE, ENDS_A_SENTENCE = frozenset(' \t"“(–-'), frozenset(".!?:;\n")
# All reports together have some thousands of words.
REMEMBERED = 50_000


class Word(NamedTuple):
    """`key` is what is compared; the place is that in the text."""

    key: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Runs of capitalised words become one name; but for the first word of a sentence, which is always so."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        key, is_capital = _seen(match[0])
        if not is_capital or _begins(text, match.start()):
            found.append(Word(key, match.start(), match.end()))
        elif found and found[-1].key == NAME:
            found[-1] = Word(NAME, found[-1].start, match.end())
        else:
            found.append(Word(NAME, match.start(), match.end()))
    return found


def keys(text: str) -> list[str]:
    """The keys of the same words: where they stand takes as long again to say."""
    found: list[str] = []
    for match in WORD.finditer(text):
        key, is_capital = _seen(match[0])
        if not is_capital or _begins(text, match.start()):
            found.append(key)
        elif not found or found[-1] != NAME:
            found.append(NAME)
    return found


@lru_cache(maxsize=REMEMBERED)
def _seen(word: str) -> tuple[str, bool]:
    """What is compared of a word, and whether it is a name within a sentence."""
    if any(sign.isdigit() for sign in word):
        return NUMBER, False
    return fold(word), word[0].isupper()


def _begins(text: str, start: int) -> bool:
    place = start - 1
    while place >= 0 and text[place] in BEFORE_A_SENTENCE:
        place -= 1
    return place < 0 or text[place] in ENDS_A_SENTENCE


def shingles(found: Sequence[Word]) -> list[int]:
    """Of each five words in a row, at the place of the first."""
    return shingles_of([one.key for one in found])


def shingles_of(found: Sequence[str]) -> list[int]:
    joined = " ".join
    return [zlib.crc32(joined(found[n : n + LENGTH]).encode()) for n in range(len(found) - LENGTH + 1)]
