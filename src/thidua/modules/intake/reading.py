"""Texts of cells as values. Each raises CannotRead with a sentence that names what stands there."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.kernel.errors import Cannot
from thidua.kernel.text import fold

FIRST_YEAR = 1900
DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
SHOWN = 30
REMEMBERED = 500


class CannotRead(Cannot):
    """A cell holds what its column cannot."""


def day(text: str, *, last: date) -> date | None:
    """22/11/1980, no later than `last`; an empty cell is None."""
    if not text:
        return None
    found = DAY.fullmatch(text)
    try:
        value = datetime(int(found[3]), int(found[2]), int(found[1])).date() if found else None  # noqa: DTZ001
    except ValueError:
        value = None
    if value is None or not value.year >= FIRST_YEAR or value > last:
        raise CannotRead(_("“%(text)s” is no day: write it as 22/11/1980.") % {"text": text[:SHOWN]})
    return value


def year(text: str, *, last: int) -> int | None:
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text) and FIRST_YEAR <= int(text) <= last:
        return int(text)
    raise CannotRead(_("“%(text)s” is no year: write it as 2024.") % {"text": text[:SHOWN]})


def words(text: str, most: int, title: str) -> str:
    if len(text) > most:
        raise CannotRead(
            _("“%(title)s” is longer than %(most)s characters.") % {"title": title, "most": most}
        )
    return text


class Named:
    """Values of a closed list by the words that officers use for them, told without diacritics."""

    def __init__(self, title: str, words: Mapping[str, str]) -> None:
        self._title = title
        # Of several words for one value, the first is offered to whoever wrote another.
        self._offered: dict[str, str] = {}
        for word, value in words.items():
            self._offered.setdefault(value, word)
        self._values = {fold(word): value for word, value in words.items()}
        self._seen: dict[str, str] = {"": ""}

    def value(self, text: str) -> str:
        """Empty for an empty cell."""
        found = self._seen.get(text)
        if found is None:
            found = self._values.get(fold(text))
        if found is None:
            told = {
                "text": text[:SHOWN],
                "title": self._title,
                "known": "; ".join(self._offered.values()),
            }
            raise CannotRead(_("“%(text)s” is no “%(title)s”. Known are: %(known)s.") % told)
        if len(self._seen) < REMEMBERED:
            self._seen[text] = found
        return found
