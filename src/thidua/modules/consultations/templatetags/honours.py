"""Honours by name, for the screens from here on."""

from django import template
from django.utils.translation import get_language

from thidua.modules.rulebook import api as rulebook

register = template.Library()


@register.filter
def honour_name(code: str) -> str:
    """In the reader's language; a code that the catalogue lacks stands as it is."""
    known = rulebook.find_honour(code)
    if known is None:
        return code
    return known.name_en if get_language() == "en" else known.name_vi
