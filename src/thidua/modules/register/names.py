"""Honours by their names in the reader's language."""

from django.utils.translation import get_language

from thidua.law.honours import catalogue
from thidua.modules.rulebook import api as rulebook


def honour_name(code: str) -> str:
    """The name in the catalogue; the code itself for one that is not there."""
    known = rulebook.find_honour(code)
    if known is None:
        return code
    return known.name_en if get_language() == "en" else known.name_vi


def honour_choices() -> list[tuple[str, str]]:
    """In order of precedence."""
    return [(code, honour_name(code)) for code in catalogue()]
