"""The year's book as it is printed, signed and bound."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.modules.organisations.api import Request
from thidua.modules.register import queries

PRINTED_AT_ONCE = 1_000


@require_safe
def year(request: Request, pk: int, year: int) -> HttpResponse:
    """At most a thousand lines a page of the browser; `tu` is the number in the book to begin with."""
    book = get_object_or_404(queries.books(request.actor), pk=pk)
    begin = request.GET.get("tu", "1")
    if not (begin.isdecimal() and len(begin) < 12):
        raise Http404
    rows = list(queries.year_book(book, year).filter(place__gte=int(begin))[: PRINTED_AT_ONCE + 1])
    context = {
        "book": book,
        "year": year,
        "rows": rows[:PRINTED_AT_ONCE],
        "other_years": [year - 1, year + 1],
        "next": rows[PRINTED_AT_ONCE].place if len(rows) > PRINTED_AT_ONCE else None,
    }
    return render(request, "register/book.html", context)
