"""One's own notices; and for administrators the letters that wait."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.outbox import MOST_TRIES
from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.modules.notices import actions, policy, queries
from thidua.modules.organisations.api import Request


@require_safe
def notices(request: Request) -> HttpResponse:
    rows = queries.visible_to(request.actor)
    n_unread = queries.n_unread(request.actor)
    only_unread = request.GET.get("chua-doc") == "1"
    if only_unread:
        rows = rows.filter(read_at=None)
    context = {
        "page": keyset(rows, order=("-written_at", "-id"), token=request.GET.get("trang", "")),
        "count": capped_count(rows),
        "n_unread": n_unread,
        "counters": [
            Counter(_("unread"), n_unread, "?chua-doc=1", is_on=only_unread, tone="wait"),
            Counter(_("all"), capped_count(queries.visible_to(request.actor)), "?", is_on=not only_unread),
        ],
    }
    return render(request, "notices/list.html", context)


@require_safe
def read(request: Request, pk: int) -> HttpResponse:
    """Opens what the notice is about, and marks it read."""
    notice = get_object_or_404(queries.visible_to(request.actor), pk=pk)
    actions.mark_read(actor=request.actor, now=request.now, notice=notice)
    return redirect(notice.url or "notices_list")


@require_POST
def read_all(request: Request) -> HttpResponse:
    actions.mark_all_read(actor=request.actor, now=request.now)
    return redirect("notices_list")


@require_safe
def mail(request: Request) -> HttpResponse:
    require(policy.may_see_mail(request.actor))
    dead = request.GET.get("hong") == "1"
    rows = queries.dead_mail() if dead else queries.unsent_mail()
    context = {
        "page": keyset(rows, order=("-written_at", "-id"), token=request.GET.get("trang", "")),
        "count": capped_count(rows),
        "counters": [
            Counter(_("waiting"), capped_count(queries.unsent_mail()), "?", is_on=not dead),
            Counter(_("given up"), capped_count(queries.dead_mail()), "?hong=1", is_on=dead, tone="bad"),
        ],
        "most_tries": MOST_TRIES,
    }
    return render(request, "notices/mail.html", context)


@require_POST
def send_again(request: Request, pk: int) -> HttpResponse:
    letter = get_object_or_404(queries.unsent_mail(), pk=pk)
    actions.send_again(actor=request.actor, mail=letter)
    messages.success(request, _("The letter will be tried again within a minute."))
    return redirect("mail_list")
