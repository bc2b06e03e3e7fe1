"""Invitations by e-mail, the page on which the invited answer without signing in, and news afterwards."""

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.ceremonies import policy
from thidua.modules.ceremonies.actions import letters as actions
from thidua.modules.ceremonies.forms import PublicAnswerForm
from thidua.modules.ceremonies.letters import calendar_of, honour_of
from thidua.modules.ceremonies.models import Answer, Attendee
from thidua.modules.ceremonies.seating import same_person
from thidua.modules.ceremonies.views.plans import visible
from thidua.modules.newsroom import api as newsroom
from thidua.modules.organisations.api import Request

NOT_FOUND, GONE, TOO_OFTEN = 404, 410, 429


@require_POST
def mailed(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_mail(request.actor, ceremony))
    n = actions.mail_invitations(ceremony=ceremony, actor=request.actor, now=request.now)
    words = ngettext("%(n)d invitation is on its way.", "%(n)d invitations are on their way.", n) % {"n": n}
    messages.success(request, words)
    return redirect("ceremonies_people", pk=pk)


@require_POST
def news(request: Request, pk: int) -> HttpResponse:
    """Drafted once; after that the article is opened."""
    ceremony = visible(request, pk)
    require(policy.may_tell(ceremony))
    require(newsroom.may_write(request.actor, ceremony.organisation_id))
    article = actions.begin_news(ceremony=ceremony, actor=request.actor, now=request.now)
    return redirect("newsroom_show", pk=article.pk)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, code: str) -> HttpResponse:
    """An unknown code, one of a ceremony in preparation and one that was taken back are answered alike."""
    found = _found(request, code)
    if isinstance(found, HttpResponse):
        return found
    form = PublicAnswerForm(request.POST if request.method == "POST" else None, initial=_said(found))
    may = policy.may_answer(found.ceremony, request.today)
    if request.method == "POST" and may and form.is_valid():
        with refusals_on(form):
            actions.answer_invitation(
                attendee=found,
                draft=form.draft(),
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
            messages.success(
                request, _("Thank you, your answer has been noted. You can change it here until the day.")
            )
            return redirect("ceremonies_answer", code=code)
    context = {
        "attendee": found,
        "ceremony": found.ceremony,
        "form": form,
        "may": may,
        "honours": [honour_of(row.honour) for row in same_person(found) if row.is_recipient],
    }
    return render(request, "ceremonies/public_answer.html", context, status=200 if may else GONE)


def _said(row: Attendee) -> dict[str, str]:
    chosen = "" if row.answer == Answer.OPEN else row.answer
    return {"answer": chosen, "representative": row.representative, "needs": row.needs}


def _found(request: Request, code: str) -> Attendee | HttpResponse:
    if not ratelimit.consume(request, app="allauth.account", action="verify", limit_get=True):
        words = _("Too many codes were tried from your network. Wait a minute, and try again.")
        return render(request, "ceremonies/public_unknown.html", {"words": words}, status=TOO_OFTEN)
    rows = Attendee.objects.select_related("ceremony__organisation").filter(code=code)
    row = rows.exclude(ceremony__state__in=("draft", "cancelled")).first()
    if row is None:
        words = _("There is no invitation with this code. Please compare it with your letter.")
        return render(request, "ceremonies/public_unknown.html", {"words": words}, status=NOT_FOUND)
    return row


@login_not_required
@never_cache
@require_safe
def calendar(request: Request, code: str) -> HttpResponse:
    found = _found(request, code)
    if isinstance(found, HttpResponse):
        return found
    told = calendar_of(found.ceremony, request.now)
    response = HttpResponse(told, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="giay-moi.ics"'
    return response
