"""Which dossiers an inspection reads: drawn by a stored seed, so that anybody draws the same ones again."""

from collections.abc import Iterable
from hashlib import sha256


def drawn(seed: str, keys: Iterable[int], n: int) -> list[int]:
    """The `n` keys whose hash with the seed comes first: the same on any machine, in any order of the keys."""
    return sorted(set(keys), key=lambda key: (sha256(f"{seed}:{key}".encode()).digest(), key))[:n]
