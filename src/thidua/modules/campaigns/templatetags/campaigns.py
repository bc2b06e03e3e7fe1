"""Figures of indicators, for the screens of campaigns."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django import template
from django.utils.translation import get_language

from thidua.modules.campaigns.figures import figure
from thidua.modules.campaigns.models import Indicator
from thidua.modules.rulebook import api as rulebook

register = template.Library()
register.filter(figure)


@register.filter
def beside(
    values: Sequence[Decimal | None], indicators: Sequence[Indicator]
) -> Iterable[tuple[Indicator, Decimal | None]]:
    """Each figure with the indicator that it belongs to."""
    return zip(indicators, values, strict=True)


@register.filter
def aimed_at(code: str) -> str:
    """An honour by its short name; a code that the catalogue lacks stands as it is."""
    known = rulebook.find_honour(code)
    if known is None:
        return code
    return known.name_en if get_language() == "en" else known.name_vi
