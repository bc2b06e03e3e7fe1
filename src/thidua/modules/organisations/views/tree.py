"""The tree by day, and one organisation with its past."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.parts import TimelineItem
from thidua.foundation.slots import gather
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.organisations import policy, queries
from thidua.modules.organisations.actor import in_force
from thidua.modules.organisations.forms import TreeFilter
from thidua.modules.organisations.models import Organisation
from thidua.modules.organisations.request import Request
from thidua.modules.organisations.tables import ORGANISATIONS


@require_safe
def tree(request: Request) -> HttpResponseBase:
    """One level of the tree, or what a search finds, as it stood on the chosen day."""
    form = TreeFilter(request.GET)
    chosen = form.chosen()
    day: date = chosen.get("ngay", request.today)
    words, kind = chosen.get("tim", ""), chosen.get("loai", "")
    is_search = bool(words or kind)
    place = None if is_search else _place(request, day)
    if is_search:
        rows = queries.searched(request.actor, day, words=words, kind=kind)
    elif place:
        rows = queries.branches(request.actor, place.pk, day)
    else:
        rows = queries.roots(request.actor, day)
    if is_export(request):
        return export_rows(request, ORGANISATIONS, rows)
    context = {
        "table": ORGANISATIONS.on(request),
        "form": form,
        "day": day,
        "rows": rows,
        "place": place,
        "path": queries.path_to(request.actor, place.pk, day) if place else [],
        "is_search": is_search,
        "may_create": policy.may_administer(request.actor, [request.actor.organisation_id]),
    }
    return render(request, "organisations/tree.html", context)


def _place(request: Request, day: date) -> Organisation | None:
    """The organisation whose level is shown: the one asked for, else the only top there is."""
    visible = queries.visible_to(request.actor)
    asked = request.GET.get("goc", "")
    if asked.isdecimal() and len(asked) < 19:
        found: Organisation = get_object_or_404(visible, pk=int(asked))
        return found
    tops = queries.roots(request.actor, day)
    return visible.get(pk=tops[0].id) if len(tops) == 1 else None


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row: Organisation = get_object_or_404(queries.visible_to(request.actor).select_related("parent"), pk=pk)
    may_see_roles = policy.may_see_roles(request.actor, row)
    grants = row.grants.filter(in_force(request.today)).select_related("user", "handed_over_from__user")
    context = {
        "organisation": row,
        "periods": _past(row),
        "predecessors": queries.predecessors_of(row),
        "successors": queries.successors_of(row),
        "ancestors": queries.awards_follow(row.pk),
        "visible": set(queries.visible_to(request.actor).values_list("pk", flat=True)),
        "grants": grants.order_by("role", "since") if may_see_roles else (),
        "may_see_roles": may_see_roles,
        "may_change": policy.may_administer(request.actor, [row.pk]) and row.until is None,
        "figures": gather("organisation.figures", request.actor, row),
        "below": queries.branches(request.actor, row.pk, _last_day(row) or request.today),
    }
    return render(request, "organisations/show.html", context)


def _last_day(row: Organisation) -> date | None:
    return row.until - timedelta(days=1) if row.until else None


def _past(row: Organisation) -> list[TimelineItem]:
    """Its names and places, each from its first day."""
    return [
        TimelineItem(
            on=period.since,
            label=period.name,
            text=_ended(period.parent.name if period.parent else "", period.until),
            url=reverse("organisations_show", args=[row.pk]) + f"#{period.pk}",
            tone="plain" if period.until else "good",
        )
        for period in row.periods.select_related("parent").order_by("since")
    ]


def _ended(place: str, until: date | None) -> str:
    end = _("until %s") % date_format(until, "SHORT_DATE_FORMAT") if until else ""
    return " · ".join(part for part in (place, end) if part)
