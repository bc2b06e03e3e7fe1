"""Honours by name, for the screens from here on."""

from django import template
from django.utils.translation import get_language

from thidua.law import CannotFindHonour, honour

register = template.Library()


@register.filter
def honour_name(code: str) -> str:
    """In the reader's language; a code that the catalogue lacks stands as it is."""
    try:
        known = honour(code)
    except CannotFindHonour:
        return code
    return known.name_en if get_language() == "en" else known.name_vi
