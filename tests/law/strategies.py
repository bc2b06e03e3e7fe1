"""Generated records, wholly known or with gaps.

Hypothesis chooses the seed: drawing each field would take ten times as long.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

ON = date(2025, 12, 15)
FIRST, LAST = 2012, 2025
TITLES = ("LDTT", "CSTDCS", "CSTDCS", "CSTDCS", "CSTDCT", "TTLDXS", "CO_TINH", "CO_CP", "GDVH")
AWARDS = ("BK_TINH", "BK_TTG", "GK", "HCLD3", "HCLD2")
GRADES = ("excellent", "excellent", "good", "good", "good", "completed", "failed")
SCOPES = ("base", "district", "province", "ministry", "nation")
LISTS = ("titles", "awards", "grades", "initiatives")

Facts = dict[str, Any]


def year(random: Random) -> int:
    return random.randint(FIRST, LAST)


def award(random: Random) -> Facts:
    given = year(random)
    item: Facts = {"honour": random.choice(AWARDS), "year": given}
    if random.random() < 0.5:
        return item | {"for_years": [given - random.randint(1, 3), given - random.randint(0, 1)]}
    return item | {"by": random.choice(("results", "results", "movement", "sudden"))}


def initiative(random: Random) -> Facts:
    kind = random.choice(("initiative", "topic"))
    item: Facts = {"year": year(random), "scope": random.choice(SCOPES), "kind": kind}
    if random.random() < 0.3:
        item["used_for"] = random.choice(("CSTDCS", "BK_TINH"))
    return item


def discipline(random: Random) -> Facts:
    began = date(year(random), random.randint(1, 12), 15)
    return {"kind": "reprimand", "on": began, "until": began + timedelta(days=random.randint(90, 365))}


def collective(random: Random) -> Facts:
    members = random.randint(3, 40)
    return {
        "members": members,
        "ldtt": random.randint(members // 2, members),
        "cstdcs": random.randint(0, 2),
        "warned": random.randint(0, 1),
        "all_completed": random.random() < 0.7,
        "founded": random.randint(2005, 2020),
        "gets_flags": random.random() < 0.7,
        "leads_block": random.random() < 0.5,
        "dissolved": False,
    }


def known_record(seed: int) -> Facts:
    """Every list is there, so nothing is unknown."""
    random = Random(seed)
    graded = sorted(random.sample(range(FIRST, LAST + 1), random.randint(0, 14)))
    held = [{"honour": random.choice(TITLES), "year": year(random)} for _ in range(random.randint(0, 24))]
    return {
        "titles": held,
        "awards": [award(random) for _ in range(random.randint(0, 6))],
        "grades": [{"year": y, "grade": random.choice(GRADES)} for y in graded],
        "initiatives": [initiative(random) for _ in range(random.randint(0, 8))],
        "discipline": [discipline(random)] if random.random() < 0.2 else [],
        "collective": collective(random),
        "movements": [],
        "models": [],
        "training": random.random() < 0.5,
    }


def with_gaps_of(seed: int) -> tuple[Facts, Facts]:
    """A wholly known record, and the same with lists left out or facts nobody has checked."""
    random, known = Random(seed + 1), known_record(seed)
    partial = {key: value for key, value in known.items() if key not in LISTS or random.random() < 0.6}
    for name in ("titles", "awards", "grades"):
        if name in partial and random.random() < 0.6:
            partial[name] = [item | {"checked": random.random() < 0.7} for item in known[name]]
    counts: Mapping[str, Any] = known["collective"]
    partial["collective"] = {k: v for k, v in counts.items() if k == "dissolved" or random.random() < 0.7}
    return known, partial


SEEDS = st.integers(0, 2**32)
records = SEEDS.map(known_record)
with_gaps = SEEDS.map(with_gaps_of)
