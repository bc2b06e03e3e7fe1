"""How much is loaded: everything follows from the two numbers that are asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    entries: int = 1_000_000
    people: int = 300_000

    @property
    def communes(self) -> int:
        return max(2, min(126, self.people // 2_000))

    @property
    def units_of_commune(self) -> int:
        return 20 if self.people >= 10_000 else 4

    @property
    def units(self) -> int:
        return self.communes * self.units_of_commune

    @property
    def households(self) -> int:
        return self.people // 5

    @property
    def initiatives(self) -> int:
        return self.people // 5

    @property
    def dossiers(self) -> int:
        return max(30, self.entries // 50)

    @property
    def longest_dossier(self) -> int:
        return min(50, self.people // self.units - 1)

    @property
    def decisions(self) -> int:
        return max(10, self.entries // 200)

    @property
    def sittings(self) -> int:
        return max(4, self.decisions // 4)
