from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.modules.rulebook.words import CONFIDENCE_SIGNS, CONFIDENCES, CONFIDENCES_SHORT

register = template.Library()


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
