"""Vietnamese text: one Unicode form, folding for search, order of names.

The order is that of the 29 letters, then of the tones ngang, huyền, hỏi, ngã, sắc, nặng; names are
ordered by the given name (the last word) first, as every list of persons in Việt Nam is. Numbers in a
name are ordered by their value: Tổ dân phố 2 comes before Tổ dân phố 10.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SHAPED = {("a", "\u0306"): "ă", ("a", "\u0302"): "â", ("e", "\u0302"): "ê", ("o", "\u0302"): "ô"} | {
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
RANK = {letter: chr(0x41 + 2 * n) for n, letter in enumerate(LETTERS)}
RANK |= {"f": chr(ord(RANK["ê"]) + 1), "j": chr(ord(RANK["i"]) + 1)}
RANK |= {"w": chr(ord(RANK["v"]) + 1), "z": chr(ord(RANK["y"]) + 1)}
LATIN_MARKS = re.compile("[\u0300-\u036f]+")
NUMBER = re.compile(r"[0-9]+")


def clean(text: str) -> str:
    """NFC, with single spaces and none at the ends: how names are kept."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def composed(text: str) -> str:
    """Plain words of several lines: each Vietnamese letter one sign, whatever was pasted; no control characters."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    kept = ("".join(sign for sign in line if sign.isprintable() or sign == "\t").rstrip() for line in lines)
    return "\n".join(kept).strip()


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: "Đặng Thị Ánh" → "dang thi anh"."""
    small = text.casefold().replace("đ", "d")
    if small.isascii():
        return " ".join(small.split())
    bare = LATIN_MARKS.sub("", unicodedata.normalize("NFD", small))
    if not bare.isascii():
        bare = "".join(mark for mark in bare if not unicodedata.combining(mark))
    return " ".join(bare.split())


def _letters(word: str) -> list[tuple[str, int]]:
    """Each base letter of a word with its tone (0–5)."""
    found: list[tuple[str, int]] = []
    for mark in unicodedata.normalize("NFD", word.casefold()):
        if not unicodedata.combining(mark):
            found.append((mark, 0))
        elif found and mark in TONES:
            found[-1] = (found[-1][0], TONES[mark])
        elif found:
            found[-1] = (SHAPED.get((found[-1][0], mark), found[-1][0]), found[-1][1])
    return found


@lru_cache(maxsize=20_000)
def _word_key(word: str) -> tuple[str, str]:
    letters = _letters(word)
    primary = "".join(RANK.get(letter, letter) for letter, _ in letters)
    return primary, "".join(str(tone) for _, tone in letters)


def _by_value(number: re.Match[str]) -> str:
    """A number after its length, so that plain order is the order of values."""
    digits = number[0].lstrip("0") or "0"
    return f"{len(digits):02}{digits}"


def sort_key(text: str) -> str:
    """A string whose plain (C) order is the Vietnamese dictionary order of `text`."""
    keys = [_word_key(word) for word in NUMBER.sub(_by_value, clean(text)).split(" ")]
    return " ".join(primary for primary, _ in keys) + "\x01" + " ".join(tone for _, tone in keys)


def name_sort_key(name: str) -> str:
    """The order of a list of persons: the given name with its tone, then family and middle names."""
    *before, given = clean(name).split(" ")
    return f"{sort_key(given)}\x02{sort_key(' '.join(before))}"


def search_words(query: str) -> list[str]:
    """The folded words of a query, each to be found in any order."""
    return [word for word in fold(query).split(" ") if word]
