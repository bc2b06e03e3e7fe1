"""Tra cứu tiêu chuẩn: what the law asks for an honour, on any day. Open to everybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.foundation.screens import Request
from thidua.modules.rulebook.catalogue import shelves
from thidua.modules.rulebook.forms import CatalogueForm


def frame_for(request: Request) -> str:
    """Who has signed in keeps his menu; a visitor gets a head of his own."""
    return "frame.html" if request.actor else "rulebook/public.html"


@login_not_required
@require_safe
def standards(request: Request) -> HttpResponse:
    form = CatalogueForm(request.GET)
    chosen = form.chosen()
    on = chosen.get("ngay", request.today)
    found = list(shelves(on, words=chosen.get("q", ""), kind=chosen.get("doi_tuong", "")))
    context = {
        "frame": frame_for(request),
        "form": form,
        "shelves": found,
        "n": sum(len(shelf.lines) for shelf in found),
        "on": on,
    }
    return render(request, "rulebook/lookup/standards.html", context)
