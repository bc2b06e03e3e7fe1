"""Where a long name in capitals is broken: "ỦY BAN NHÂN DÂN / PHƯỜNG HAI BÀ TRƯNG"."""

from thidua.documents.measure import width_of

BEFORE = ("TỈNH ", "THÀNH PHỐ ", "PHƯỜNG ", "XÃ ", "ĐẶC KHU ", "QUẬN ", "HUYỆN ", "THỊ XÃ ", "THI ĐUA ")
AFTER = (" CƠ SỞ", " TIỂU HỌC", " PHỔ THÔNG", " MẦM NON", " MẪU GIÁO")
SHORTEST = 0.3


def broken(text: str, points: float, room: float, *, bold: bool = False) -> str:
    """The text on one line if it fits, else on two: where a proper name begins, else evenly."""
    if width_of(text, points, bold=bold) <= room:
        return text
    words = text.split(" ")
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    widths = [(width_of(a, points, bold=bold), width_of(b, points, bold=bold)) for a, b in halves]
    fitting = [n for n, width in enumerate(widths) if max(width) <= room]
    named = [n for n in fitting if _is_at_name(*halves[n]) and _is_even(widths[n])]
    if not fitting:
        return text
    return "\n".join(halves[min(named or fitting, key=lambda n: max(widths[n]))])


def _is_at_name(first: str, second: str) -> bool:
    return second.startswith(BEFORE) or first.endswith(AFTER)


def _is_even(widths: tuple[float, float]) -> bool:
    return min(widths) >= SHORTEST * max(widths)
