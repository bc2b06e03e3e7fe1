"""The working calendar and the evaluation periods."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.kernel.days import next_day
from thidua.modules.organisations import actions, forms, policy, queries
from thidua.modules.organisations.models import CalendarDay, Period
from thidua.modules.organisations.request import Request


def calendar(request: Request) -> HttpResponse:
    require(policy.may_set_common_things(request.actor))
    year = _year(request.GET.get("nam", ""), request.today)
    form = forms.NewDay(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.set_calendar_day(actor=request.actor, **form.cleaned_data)
        if form.is_valid():
            return redirect(f"{reverse('calendar_show')}?nam={form.cleaned_data['day'].year}")
    context = {
        "form": form,
        "year": str(year),
        "before": str(year - 1),
        "after": str(year + 1),
        "days": queries.calendar_days(year),
    }
    return render(request, "organisations/calendar.html", context)


def _year(asked: str, today: date) -> int:
    return int(asked) if asked.isdecimal() and 1990 <= int(asked[:6]) <= 2100 else today.year


@require_POST
def remove_day(request: Request, pk: int) -> HttpResponse:
    require(policy.may_set_common_things(request.actor))
    day = get_object_or_404(CalendarDay, pk=pk)
    year = day.on.year
    actions.remove_calendar_day(actor=request.actor, day=day)
    messages.success(request, _("The day is as the week says again."))
    return redirect(f"{reverse('calendar_show')}?nam={year}")


def periods(request: Request) -> HttpResponse:
    require(policy.may_set_common_things(request.actor))
    form = forms.NewPeriod(request.POST or None, initial={"year": request.today.year})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _make(request, form.cleaned_data))
    return render(request, "organisations/periods.html", {"form": form, "rows": queries.period_choices()})


def _make(request: Request, facts: dict[str, Any]) -> str:
    last_day = facts.pop("last_day")
    actions.make_period(actor=request.actor, until=next_day(last_day) if last_day else None, **facts)
    return reverse("periods_list")


def period(request: Request, pk: int) -> HttpResponse:
    require(policy.may_set_common_things(request.actor))
    row: Period = get_object_or_404(Period, pk=pk)
    form = forms.ChangedPeriod(request.POST or None, initial={"label": row.label, "closes_on": row.closes_on})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_period(actor=request.actor, period=row, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("periods_list")
    context = {
        "form": form,
        "heading": row.label,
        "sub": _("Its days are not moved once files count on them."),
        "back": reverse("periods_list"),
        "button": _("Save"),
    }
    return render(request, "organisations/form.html", context)
