from thidua.modules.dossiers.queries.comparison import Compared, Comparison, compare, judge
from thidua.modules.dossiers.queries.lists import candidates_visible_to, live_candidates, visible_to

__all__ = [
    "Compared",
    "Comparison",
    "candidates_visible_to",
    "compare",
    "judge",
    "live_candidates",
    "visible_to",
]
