"""Long careers of which everything is known: good enough that high honours come within reach."""

from random import Random
from typing import Any

SPAN = 24


def long_career(seed: int, last: int) -> dict[str, Any]:
    """A candidate's record up to the year `last`; every list is there, so nothing is unknown."""
    random = Random(seed)
    years = range(last - SPAN, last + 1)
    return {
        "grades": [{"year": y, "grade": random.choice(("excellent",) * 5 + ("good",))} for y in years],
        "titles": [*_titles(random, years, "LDTT", 1.0), *_titles(random, years, "CSTDCS", 0.9)]
        + _titles(random, range(last - SPAN, last + 1, 3), "CSTDCT", 0.8)
        + [
            title
            for honour in ("TTLDXS", "CO_TINH", "CO_CP")
            for title in _titles(random, years, honour, 0.5)
        ],
        "awards": [
            {"honour": honour, "year": random.choice(years), "by": "results"}
            for honour in ("BK_TINH", "BK_TTG", "HCLD3", "HCLD2", "HCLD1", "HCDL3", "GK")
            if random.random() < 0.5
        ],
        "initiatives": [
            {"year": y, "scope": random.choice(("base", "province", "nation")), "kind": "initiative"}
            for y in years
            if random.random() < 0.8
        ],
        "collective": {
            "members": 20,
            "ldtt": random.randint(12, 20),
            "cstdcs": random.randint(0, 4),
            "warned": 0,
            "all_completed": True,
            "founded": last - 30,
            "gets_flags": True,
            "leads_block": random.random() < 0.7,
            "dissolved": False,
        },
        **{name: [] for name in ("posts", "leave", "work", "pending", "violations", "discipline")},
        "movements": [],
        "models": [],
        "training": True,
        "registered": True,
    }


def _titles(random: Random, years: range, honour: str, share: float) -> list[dict[str, Any]]:
    return [{"honour": honour, "year": year} for year in years if random.random() < share]
