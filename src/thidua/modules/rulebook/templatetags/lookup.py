from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.modules.rulebook.words import CONFIDENCE_SIGNS, CONFIDENCES, CONFIDENCES_SHORT

register = template.Library()


@register.inclusion_tag("rulebook/trial/year_field.html")
def year_field(bound: BoundField, year: int) -> dict[str, Any]:
    """A field of the table: named for who does not see its column, its error beside it."""
    errors = f"{bound.id_for_label}-errors" if bound.errors else ""
    attrs: dict[str, str | bool] = {"aria-label": f"{bound.label}, {year}"}
    if errors:
        attrs |= {"aria-invalid": "true", "aria-describedby": errors}
    return {"bound": bound, "input": bound.as_widget(attrs=attrs), "errors_id": errors}


@register.simple_tag
def how_sure(confidence: str | None) -> SafeString | str:
    """How well the text was read: sign and word together, the whole sentence on pointing."""
    if confidence is None:
        return ""
    key = str(confidence)
    return format_html(
        '<span class="sure sure-{}" title="{}"><span aria-hidden="true">{}</span> {}</span>',
        key,
        CONFIDENCES[key],
        CONFIDENCE_SIGNS[key],
        CONFIDENCES_SHORT[key],
    )
