"""Figures of indicators, for the screens of campaigns."""

from decimal import Decimal

from django import template

from thidua.modules.campaigns.figures import written

register = template.Library()


@register.filter
def figure(value: Decimal | None) -> str:
    """A dash for none."""
    return "—" if value is None else written(value)
