"""Writing a thư khen for an exemplar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.exemplars import letters, policy, queries
from thidua.modules.exemplars.actions.praising import write_praise
from thidua.modules.exemplars.forms import PraiseForm
from thidua.modules.exemplars.views.exemplars import visible
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def praise(request: Request, pk: int) -> HttpResponse:
    exemplar = visible(request, pk)
    require(policy.may_praise(request.actor, exemplar))
    bodies = queries.praising_bodies(request.actor, exemplar)
    initial = {
        "body": bodies.filter(pk=request.actor.organisation_id or 0).first() or bodies.first(),
        "to": letters.addressee(exemplar),
        "text": letters.proposed_text(exemplar),
    }
    posted = request.POST if request.method == "POST" else None
    form = PraiseForm(posted, bodies=bodies, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            write_praise(
                exemplar=exemplar,
                actor=request.actor,
                on=request.today,
                now=request.now,
                **form.cleaned_data,
            )
            messages.success(request, _("The letter of praise is drawn: print it for signing."))
            return redirect("exemplars_show", pk=pk)
    return render(request, "exemplars/praise.html", {"exemplar": exemplar, "form": form, "bodies": bodies})
