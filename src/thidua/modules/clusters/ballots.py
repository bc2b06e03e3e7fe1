"""A member's ballot: its ranks as bytes that are as long for every choice, in a box that tells nobody whose it is."""

from collections.abc import Iterable, Mapping, Sequence

from thidua.foundation.ballots import BallotBox
from thidua.foundation.keys import on_rotation
from thidua.modules.clusters.models import RankingTurnout, SealedRanking

BOX = BallotBox("clusters.box", "ranking", SealedRanking, "year", RankingTurnout, "card")
on_rotation("rankings")(BOX.reseal)
DIGITS = 2


def written(cards: Sequence[int], ranks: Mapping[int, int]) -> bytes:
    """Two digits for each card in one order; 00 for a member that is not ranked."""
    return "".join(f"{ranks.get(card, 0):0{DIGITS}}" for card in cards).encode()


def read(cards: Sequence[int], plain: bytes) -> dict[int, int]:
    text = plain.decode()
    ranks = [int(text[start : start + DIGITS]) for start in range(0, len(text), DIGITS)]
    return {card: rank for card, rank in zip(cards, ranks, strict=True) if rank}


def points(ranks: Iterable[int], n_ranked: int) -> int:
    """The first of three gets 3 points, the second 2, the third 1."""
    return sum(n_ranked - rank + 1 for rank in ranks)
