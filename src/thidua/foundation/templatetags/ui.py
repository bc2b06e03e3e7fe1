"""The parts of every screen, made once: chips, fields, step bars, counters, findings, meters, time lines."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, Form, RadioSelect
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

import thidua
from thidua.foundation import paging
from thidua.foundation.charts import Chart
from thidua.foundation.parts import Counter, StepMark, TimelineItem
from thidua.foundation.screens import new_key
from thidua.kernel import money

register = template.Library()

SIGNS = {"yes": "✓", "no": "✕", "unknown": "?"}


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file, new with each version."""
    return f"{static(path)}?v={thidua.__version__}"


class Still(template.Node):
    """Drawn once for each language: what is in it depends on nothing else."""

    def __init__(self, inside: template.NodeList) -> None:
        self.nodelist = inside
        self._drawn: dict[str | None, SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        language = get_language()
        if language not in self._drawn:
            self._drawn[language] = self.nodelist.render(context)
        return self._drawn[language]


@register.tag
def still(parser: template.base.Parser, token: template.base.Token) -> Still:  # noqa: ARG001 -- Django's call
    """{% still %} … {% endstill %}, on pages that are asked for hundreds of times a second."""
    inside = parser.parse(("endstill",))
    parser.delete_first_token()
    return Still(inside)


@register.filter
def dong(amount: int | None) -> str:
    return "—" if amount is None else money.dong(amount)


@register.filter
def at(of: Mapping[Any, Any], key: object) -> object:
    """What a mapping holds for a row shown; nothing where it holds none."""
    return of.get(key)


@register.filter
def count(n: int | str) -> str:
    return paging.count_in_words(n) if isinstance(n, int) else n


@register.filter
def number(value: int | None) -> str:
    """1.234.567; a dash for none. Ids in addresses and forms stay as they are."""
    return "—" if value is None else number_format(value, force_grouping=True)


@register.filter
def measure(value: float | Decimal | None) -> str:
    """1.234,5 with no more decimals than there are; a dash for none."""
    if value is None:
        return "—"
    plain = f"{Decimal(str(value)):f}"
    bare = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return number_format(Decimal(bare), force_grouping=True)


@register.filter
def day(value: date | datetime | None) -> str:
    """22/11/2026; a dash for no day."""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.day:02}/{value.month:02}/{value.year}"  # in both languages; a long list has hundreds


@register.filter
def last_day(until: date | None) -> date | None:
    """People write the last day; a period ends on the day after it."""
    return until - timedelta(days=1) if until else None


@register.filter
def instant(value: datetime | None) -> str:
    """14:05 22/11/2026."""
    return "—" if value is None else date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")


@register.simple_tag
def verdict(answer: str, words: str = "") -> SafeString:
    """The law's answer as sign, word and colour together: yes, no, unknown."""
    labels = {
        "yes": _("meets the standard for consideration"),
        "no": _("does not meet it yet"),
        "unknown": _("not enough grounds"),
    }
    key = str(answer)
    return format_html(
        '<span class="verdict verdict-{}"><span aria-hidden="true">{}</span> {}</span>',
        key,
        SIGNS[key],
        capfirst(words or labels[key]),
    )


@register.simple_tag
def sign(answer: str) -> SafeString:
    """The answer to one condition: the sign, with its word for screen readers."""
    words = {"yes": _("met"), "no": _("not met"), "unknown": _("unknown")}
    key = str(answer)
    return format_html(
        '<span class="verdict verdict-{}"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}</span></span>',
        key,
        SIGNS[key],
        words[key],
    )


@register.simple_tag
def chip(words: str, tone: str = "plain") -> SafeString:
    """A state: tone is plain, wait, good, bad or gold."""
    return format_html('<span class="chip chip-{}">{}</span>', tone, words)


@register.inclusion_tag("components/steps.html")
def steps(marks: Sequence[StepMark]) -> dict[str, Any]:
    return {"marks": marks}


@register.inclusion_tag("components/counters.html")
def counters(items: Sequence[Counter]) -> dict[str, Any]:
    return {"items": items}


@register.inclusion_tag("components/meter.html")
def meter(n: int, total: int, words: str, target: int | None = None) -> dict[str, Any]:
    """A share as a bar in gold: n of total, with the target in percent where there is one."""
    return {
        "n": n,
        "total": total,
        "words": words,
        "target": target,
        "percent": 100 * n // total if total else 0,
    }


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, *, wide: bool = False) -> dict[str, Any]:
    """Label, input, help and error of one field."""
    widget = bound.field.widget
    errors = bound.id_for_label + "-errors" if bound.errors else ""
    help_id = bound.id_for_label + "-help" if bound.help_text else ""
    described = " ".join(part for part in (help_id, errors) if part)
    attrs: dict[str, str | bool] = {"aria-describedby": described} if described else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "bound": bound,
        "input": bound.as_widget(attrs=attrs),
        "errors_id": errors,
        "help_id": help_id,
        "is_check": isinstance(widget, CheckboxInput),
        "is_group": isinstance(widget, RadioSelect | CheckboxSelectMultiple),
        "wide": wide,
    }


@register.inclusion_tag("components/chart.html")
def chart(picture: Chart) -> dict[str, Any]:
    """A picture with its table; the page puts {% chart_scripts %} into its head."""
    return {"picture": picture}


@register.inclusion_tag("components/chart_scripts.html")
def chart_scripts() -> dict[str, Any]:
    return {}


@register.inclusion_tag("components/fields.html")
def fields(form: Form) -> dict[str, Any]:
    """All visible fields of a form, and what is wrong with the form as a whole."""
    return {"form": form}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: template.Context, page: paging.Page[Any], count: int, noun: str = "") -> dict[str, Any]:
    """The foot of a table: the count in words, the way out to Excel, and the pages before and after."""
    return {
        "page": page,
        "count": paging.count_in_words(count),
        "noun": noun,
        "exports": "table" in context,
        "request": context["request"],
    }


@register.inclusion_tag("components/columns.html")
def columns(table: Any) -> dict[str, Any]:
    """Inside a filter bar: which columns of the table are shown."""
    return {"table": table}


@register.inclusion_tag("components/timeline.html")
def timeline(items: Sequence[TimelineItem]) -> dict[str, Any]:
    return {"items": sorted(items, key=lambda item: item.on, reverse=True)}


@register.inclusion_tag("components/finding.html")
def finding(found: Any) -> dict[str, Any]:
    """One condition of the law: sign, sentence, article, fact used, what to do."""
    return {"found": found}


@register.inclusion_tag("components/answer.html")
def answer(found: Any, warnings: Sequence[str] | None = None) -> dict[str, Any]:
    """The law's whole answer: each finding, then its warnings (or those that the page chose of them)."""
    return {"answer": found, "warnings": found.warnings if warnings is None else warnings}


@register.inclusion_tag("components/empty.html")
def empty(heading: str, words: str = "", url: str = "", label: str = "") -> dict[str, Any]:
    """What will be here, and how to begin."""
    return {"heading": heading, "words": words, "url": url, "label": label}


@register.simple_tag
def once() -> SafeString:
    """A hidden key: the same form sent twice creates once (see screens.create_once)."""
    return format_html('<input type="hidden" name="once" value="{}">', new_key())


@register.simple_tag(takes_context=True)
def current(context: template.Context, prefix: str) -> SafeString:
    """aria-current for the place of the menu one is in."""
    request: HttpRequest = context["request"]
    return SafeString(' aria-current="page"' if request.path.startswith(prefix) else "")
