"""How a text is broken and made smaller to stand in its box: the same letters, measured as they are printed."""

from dataclasses import dataclass

from thidua.documents.letters.blank import Box, PlacedText
from thidua.documents.measure import width_of
from thidua.documents.sentences import Sentence
from thidua.kernel.errors import Cannot

POINTS_PER_MM = 72 / 25.4
# From one line to the next, in sizes of the letters.
LEADING = 1.25
STEP = 0.5
NARROWINGS = 12


class CannotPlace(Cannot):
    """A text is too long for its box, even in the smallest letters allowed."""


@dataclass(frozen=True, slots=True)
class Fitted:
    points: float
    lines: tuple[str, ...]


def fitted(placed: PlacedText) -> Fitted:
    box = placed.box
    text = " ".join(placed.text.upper().split() if box.capitals else placed.text.split())
    found = _fitted(text, box)
    if found is None:
        raise CannotPlace(
            Sentence(
                f"“{text}” quá dài so với ô in trên phôi. Rút gọn, hoặc cho ô rộng hơn hay chữ nhỏ hơn.",
                f"“{text}” is too long for its box on the blank. Shorten it, or allow a larger box or smaller letters.",
            ),
            field=placed.field,
        )
    return found


def _fitted(text: str, box: Box) -> Fitted | None:
    sizes = _sizes(box)
    if box.whole:
        for points in sizes:
            if _width(text, points, box) <= box.width and _n_lines(box, points) >= 1:
                return Fitted(points, (text,))
    for points in sizes:
        lines = balanced(text, points, box)
        if lines and len(lines) <= _n_lines(box, points):
            return Fitted(points, lines)
    return None


def _sizes(box: Box) -> list[float]:
    n = int((box.points - box.smallest) / STEP)
    return [box.points - STEP * k for k in range(n + 1)]


def _n_lines(box: Box, points: float) -> int:
    """The first line needs the height of its letters, each further one a line."""
    return 1 + int((box.height * POINTS_PER_MM - points) / (points * LEADING))


def _width(text: str, points: float, box: Box) -> float:
    """In millimetres."""
    return width_of(text, points, bold=box.bold, italic=box.italic) / POINTS_PER_MM


def _wrapped(words: list[str], points: float, box: Box, room: float) -> tuple[str, ...]:
    """As many words to a line as fit; () when a single word does not."""
    lines = [""]
    for word in words:
        if _width(word, points, box) > room:
            return ()
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, points, box) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def balanced(text: str, points: float, box: Box) -> tuple[str, ...]:
    """The fewest lines, then about as long as each other: no word alone on the last one."""
    words = text.split(" ")
    best = _wrapped(words, points, box, box.width)
    low, high = box.width / max(len(best), 1) / 2, box.width
    for _n in range(NARROWINGS if len(best) > 1 else 0):
        middle = (low + high) / 2
        tried = _wrapped(words, points, box, middle)
        if tried and len(tried) == len(best):
            best, high = tried, middle
        else:
            low = middle
    return best
