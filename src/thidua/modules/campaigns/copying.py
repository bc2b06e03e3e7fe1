"""What a unit's own plan took over from the one above, word for word or nearly: a hint, never a score or a ground."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from thidua.kernel.text import fold
from thidua.modules.campaigns.models import Campaign, Indicator

# Of a hundred. Shorter texts agree by chance: "cán bộ, công chức, viên chức".
NEAR = 92
SHORTEST = 30


def is_copied(own: str, above: str) -> bool:
    mine, theirs = fold(own), fold(above)
    return len(mine) >= SHORTEST and fuzz.ratio(mine, theirs, score_cutoff=NEAR) > 0


def copied_parts(plan: Campaign) -> set[str]:
    """Codes of the plan's texts that stand above already."""
    if plan.above is None:
        return set()
    above = plan.above.parts
    return {code for code, text in plan.parts.items() if is_copied(text, above.get(code, ""))}


def copied_targets(indicators: Iterable[Indicator]) -> set[int]:
    """Indicators whose target is the one above."""
    return {
        one.pk
        for one in indicators
        if one.above is not None and one.target is not None and one.target == one.above.target
    }
