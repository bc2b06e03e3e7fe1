"""An honour by its code: of the national catalogue, or of a place's own by the latest rule that brought it."""

from functools import lru_cache
from time import monotonic

from thidua import law
from thidua.modules.rulebook.books import read
from thidua.modules.rulebook.models import LocalRule, RuleState

# A rule that comes into force in another process is seen after so many seconds.
SEEN_AFTER = 60


def find_honour(code: str) -> law.Honour | None:
    known = law.catalogue().get(code)
    return known or own_honours().get(code)


def honour(code: str) -> law.Honour:
    found = find_honour(code)
    return found or law.honour(code)  # which says that there is none


def own_honours() -> dict[str, law.Honour]:
    """What all places together give of their own, by code; read once for every minute."""
    return _own(int(monotonic() // SEEN_AFTER))


def forget_own_honours() -> None:
    """To be called where a rule comes into force, so that its honours have names at once."""
    _own.cache_clear()


@lru_cache(maxsize=1)
def _own(_minute: int) -> dict[str, law.Honour]:
    rules = LocalRule.objects.filter(text__contains="honours").exclude(state=RuleState.DRAFT)
    texts = rules.order_by("since", "pk").values_list("text", "until")
    contents = (read(text, until) for text, until in texts)
    return {item.honour.code: item.honour for content in contents for item in content.honours}
