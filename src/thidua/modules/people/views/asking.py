"""One form on one page: most screens of this module are this."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.organisations.api import Request
from thidua.modules.people import actions, forms, policy
from thidua.modules.people.models import Collective, Household, Person


def render_form(
    request: Request,
    form: BaseForm,
    heading: str,
    *,
    back: str,
    sub: str = "",
    button: str = "",
    creates: bool = False,
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "sub": sub,
        "back": back,
        "button": button or _("Save"),
        "creates": creates,
    }
    return render(request, "people/form.html", context)


def ask(
    request: Request,
    form: BaseForm,
    act: Callable[[], object],
    *,
    heading: str,
    back: str,
    sub: str = "",
    button: str = "",
) -> HttpResponse:
    """Show the form; when it is filled in well, act and go back."""
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            act()
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect(back)
    return render_form(request, form, heading, back=back, sub=sub, button=button)


def answer_for(request: Request, row: Person | Collective | Household, name: str, back: str) -> HttpResponse:
    """Say which parts of a record are complete."""
    require(policy.may_answer_for(request.actor, row.organisation_id))
    form = forms.PartsForm(request.POST or None, initial={"parts": row.known})
    return ask(
        request,
        form,
        lambda: actions.confirm_complete(
            recipient=row, parts=form.cleaned_data["parts"], actor=request.actor
        ),
        heading=_("What is complete in the record of %(name)s") % {"name": name},
        back=back,
        sub=_(
            "The comparison with the law counts only the ticked parts. Any other part is “not enough grounds”, never “no”."
        ),
    )
