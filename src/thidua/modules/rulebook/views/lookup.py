"""Tra cứu tiêu chuẩn: what the law asks for an honour, on any day. Open to everybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua import law
from thidua.foundation.screens import Request
from thidua.modules.rulebook import days, whose
from thidua.modules.rulebook.catalogue import shelves, standard_url
from thidua.modules.rulebook.forms import CatalogueForm, DaysForm
from thidua.modules.rulebook.sheets import Mark, beside, marks, sheet
from thidua.modules.rulebook.words import KINDS, NATURES, SLUGS, day_label, name_of


def frame_for(request: Request) -> str:
    """Who has signed in keeps his menu; a visitor gets a head of his own."""
    return "frame.html" if request.actor else "rulebook/public.html"


@login_not_required
@require_safe
def standards(request: Request) -> HttpResponse:
    law_of = whose.asked(request)
    form = CatalogueForm({**request.GET.dict(), "noi": law_of.code}, rules_of=whose.choices(request))
    chosen = form.chosen()
    on = chosen.get("ngay", request.today)
    words, kind = chosen.get("q", ""), chosen.get("doi_tuong", "")
    found = list(shelves(law_of.book, on, words=words, kind=kind))
    carried = ({} if on == request.today else {"ngay": on.isoformat()}) | law_of.words
    context = {
        "frame": frame_for(request),
        "form": form,
        "shelves": found,
        "n": sum(len(shelf.lines) for shelf in found),
        "on": on,
        "on_address": f"?{urlencode(carried)}" if carried else "",
        "law_of": law_of,
        "standing": law_of.standing(on),
    }
    return render(request, "rulebook/lookup/standards.html", context)


@login_not_required
@require_safe
def standard(request: Request, code: str, kind: str) -> HttpResponse:
    """One honour on one day, or on two side by side; the address says which."""
    law_of = whose.asked(request)
    honour, recipient = _asked(law_of.book, code, kind)
    known = marks(law_of.book, honour.code, recipient)
    rules_of = whose.choices(request)
    form = DaysForm({**request.GET.dict(), "noi": law_of.code} if request.GET else None, rules_of=rules_of)
    on, other = _days(form, known, request.today)
    address = _address(honour.code, recipient, on, other, law_of)
    if not form.errors and _is_written_otherwise(request) and not request.htmx:  # type: ignore[attr-defined]
        return HttpResponseRedirect(address)
    shown = {"ngay": on, "so-voi": other, "noi": law_of.code}
    context = _page((honour, recipient), known, on, other, law_of) | {
        "frame": frame_for(request),
        "form": form if form.errors else DaysForm(initial=shown, rules_of=rules_of),
        **_line(days.line(known, request.today), on, other),
        "today": request.today,
        "only_changed": "chi-khac" in request.GET,
    }
    response = render(request, "rulebook/lookup/standard.html", context)
    response["HX-Push-Url"] = address
    return response


def _line(line: days.Line, on: date, other: date | None) -> dict[str, Any]:
    return {"line": line, "place": line.place(on), "other_x": line.x(other) if other else ""}


def _asked(book: law.Book, code: str, slug: str) -> tuple[law.Honour, str]:
    kind = next((kind for kind, each in SLUGS.items() if each == slug), "")
    honour = book.honours.get(code)
    if honour is None or kind not in honour.recipient:
        raise Http404
    return honour, kind


def _days(form: DaysForm, known: Sequence[Mark], today: date) -> tuple[date, date | None]:
    """The two days; one before anything is known is refused at its field."""
    form.full_clean()
    given = {name: form.cleaned_data.get(name) for name in ("ngay", "so-voi")} if form.is_bound else {}
    for name, day in given.items():
        if day and day < known[0].on:
            first = day_label(known[0].on)
            form.add_error(
                name, _("Nothing is known of days before %(day)s. Choose a later one.") % {"day": first}
            )
            given[name] = None
    return given.get("ngay") or today, given.get("so-voi")


def _address(honour: str, kind: str, on: date, other: date | None, law_of: whose.Whose) -> str:
    words = {"ngay": on.isoformat()} | ({"so-voi": other.isoformat()} if other else {}) | law_of.words
    return f"{standard_url(honour, kind)}?{urlencode(words)}"


def _is_written_otherwise(request: Request) -> bool:
    """A day written with strokes, as people do, leads to the one address of that day."""
    written = [request.GET.get("ngay", ""), request.GET.get("so-voi", "")]
    return any("/" in day for day in written)


def _page(
    asked: tuple[law.Honour, str], known: Sequence[Mark], on: date, other: date | None, law_of: whose.Whose
) -> dict[str, Any]:
    (honour, kind), book = asked, law_of.book
    found = sheet(book, honour.code, kind, on)
    before, after = days.around(known, on)
    return {
        "honour": honour,
        "name": name_of(honour),
        "nature": NATURES[honour.nature],
        "kind": kind,
        "kind_label": KINDS[kind],
        "kinds": [(each, KINDS[each], standard_url(honour.code, each)) for each in honour.recipient],
        "here": standard_url(honour.code, kind),
        "law_of": law_of,
        "carried": f"&{urlencode(law_of.words)}" if law_of.words else "",
        "standing": law_of.standing(on),
        "sheet": found,
        "on": on,
        "other": other,
        "beside": beside(sheet(book, honour.code, kind, other), found) if other else (),
        "marks": known,
        "before": before,
        "after": after,
        "is_unread": law.regime(on) == "D",
        "ended": days.ended(found.numbers, on),
    }
