"""The year's book as it is printed, signed and bound; on screen and as a paper."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.tables import remember
from thidua.modules.organisations.api import Request, Role
from thidua.modules.papers.api import drawn_as
from thidua.modules.register import queries
from thidua.modules.register.letters import year_letter
from thidua.modules.register.models import Chain, Entry

PRINTED_AT_ONCE = 1_000
MOST_DRAWN = 5_000


@require_safe
def year(request: Request, pk: int, year: int) -> HttpResponse:
    """At most a thousand lines a page of the browser; `tu` is the number in the book to begin with."""
    book = get_object_or_404(queries.books(request.actor), pk=pk)
    rows = list(_entries(request, book, year)[: PRINTED_AT_ONCE + 1])
    context = {
        "book": book,
        "year": year,
        "rows": rows[:PRINTED_AT_ONCE],
        "other_years": [year - 1, year + 1],
        "next": rows[PRINTED_AT_ONCE].place if len(rows) > PRINTED_AT_ONCE else None,
    }
    return render(request, "register/book.html", context)


def _entries(request: Request, book: Chain, year: int) -> QuerySet[Entry]:
    """From the number in the book that is asked for."""
    begin = request.GET.get("tu", "1")
    if not (begin.isdecimal() and len(begin) < 12):
        raise Http404
    return queries.year_book(book, year).filter(place__gte=int(begin))


@require_safe
def paper(request: Request, pk: int, year: int, form: str) -> HttpResponse:
    """With page numbers and the head of the table on each page; at most five thousand lines a volume."""
    book = get_object_or_404(queries.books(request.actor), pk=pk)
    entries = _entries(request, book, year)[:MOST_DRAWN]
    keeper = request.user.full_name if request.actor.has(Role.CLERK, Role.SPECIALIST) else ""
    letter = year_letter(book, year, entries, keeper=keeper, on=request.today)
    try:
        content, media_type = drawn_as(letter, form)
    except KeyError:
        raise Http404 from None
    remember(request, name="year_book", title=_("Register of commendations"), n_rows=len(letter.lines))
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="so-khen-thuong-{year}.{form}"'
    return response
