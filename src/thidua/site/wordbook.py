"""All modules' Vietnamese in one dictionary."""

from typing import Any

from django.utils.translation import trans_real


def bind(language: str) -> None:
    """Django keeps one dictionary for each locale folder, tried in turn: forty look-ups for one word.

    They may be bound into one because Vietnamese has no plural, so that all have the same plural rule. Does
    nothing for a language in which they have not.
    """
    catalog: Any = vars(trans_real.translation(language))["_catalog"]
    parts = vars(catalog)
    rules = {tuple(rule(n) for n in range(200)) for rule in parts["_plurals"]}
    if len(rules) > 1:
        return
    words: dict[object, str] = {}
    for folder in reversed(parts["_catalogs"]):
        words.update(folder)
    parts.update(_catalogs=[words], _plurals=parts["_plurals"][:1])
