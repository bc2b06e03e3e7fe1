"""After a new key: what older keys sealed is sealed again, a batch at a time, so that it can stop and go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

# Seals again up to so many rows that an older key sealed, in one transaction; says how many they were.
Reseal = Callable[[int], int]
BATCH = 500
_reseals: dict[str, Reseal] = {}


def on_rotation(name: str) -> Callable[[Reseal], Reseal]:
    """Whoever keeps sealed columns says how to seal them again."""

    def remember(reseal: Reseal) -> Reseal:
        _reseals[name] = reseal
        return reseal

    return remember


def rotate(batch: int = BATCH) -> Iterator[tuple[str, int]]:
    """Name and number of rows of each batch done; ends when nothing older is left."""
    for name, reseal in _reseals.items():
        while n_done := reseal(batch):
            yield name, n_done
