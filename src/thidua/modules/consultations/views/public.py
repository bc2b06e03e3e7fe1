"""What everybody reads without signing in: those shown now, and the form for a remark."""

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.screens import refusals_on
from thidua.modules.consultations import actions, queries
from thidua.modules.consultations.forms import PublicRemarkForm
from thidua.modules.consultations.models import Showing
from thidua.modules.organisations.api import Request

GONE = 410


@login_not_required
@require_safe
def index(request: Request) -> HttpResponse:
    page = keyset(
        queries.now_open(request.today), order=("ends_on", "id"), token=request.GET.get("trang", "")
    )
    return render(request, "consultations/public_list.html", {"page": page})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Request, code: str) -> HttpResponse:
    """After the last day the page says that it is over, without a name."""
    row = queries.now_open(request.today).filter(code=code).first()
    if row is None:
        over = get_object_or_404(Showing.objects.select_related("organisation"), code=code)
        return render(request, "consultations/public_over.html", {"row": over}, status=GONE)
    shown = row.shown.select_related("candidate").order_by("candidate__place", "candidate__id")
    form = PublicRemarkForm(request.POST if request.method == "POST" else None, now=request.now, shown=shown)
    if request.method == "POST" and _may_send(request, form, row) and form.is_valid():
        with refusals_on(form):
            actions.send_remark(showing=row, draft=form.draft(), actor=request.actor, now=request.now)
            return redirect("showings_thanks", code=code)
    form.ask_anew()
    context = {"row": row, "shown": shown, "form": form, "challenge": form.challenge}
    return render(request, "consultations/public.html", context)


def _may_send(request: Request, form: PublicRemarkForm, row: Showing) -> bool:
    if ratelimit.consume(request, action="remark", key=row.code):
        return True
    form.add_error(None, _("Too many were sent from here. Please wait an hour and try again."))
    return False


@login_not_required
@require_safe
def thanks(request: Request, code: str) -> HttpResponse:
    row = get_object_or_404(Showing.objects.select_related("organisation"), code=code)
    return render(request, "consultations/public_thanks.html", {"row": row})
