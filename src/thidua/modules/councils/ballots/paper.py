"""One member's ballot on the whole agenda, as bytes that are as long for every choice."""

from collections.abc import Mapping, Sequence

from thidua.modules.councils.models import Choice

LETTERS = {Choice.FOR: "F", Choice.AGAINST: "A", Choice.BLANK: "B"}
CHOICES = {letter: choice for choice, letter in LETTERS.items()}
NOT_VOTING = "-"


def written(agenda: Sequence[int], choices: Mapping[int, Choice]) -> bytes:
    """One letter an item in the order of the agenda; a dash where the member does not vote."""
    return "".join(LETTERS[choices[item]] if item in choices else NOT_VOTING for item in agenda).encode()


def read(agenda: Sequence[int], plain: bytes) -> dict[int, Choice]:
    letters = zip(agenda, plain.decode(), strict=True)
    return {item: CHOICES[letter] for item, letter in letters if letter != NOT_VOTING}
