"""What is added to a person's record: posts, transfers, discipline, leave, training, matters."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Request
from thidua.modules.people import actions, forms, policy, queries
from thidua.modules.people.models import Matter, Person
from thidua.modules.people.views.asking import ask
from thidua.modules.people.views.people import visible


def _back(person: Person) -> str:
    return reverse("people_show", args=[person.pk])


def post(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_edit(request.actor, person.organisation_id))
    known = {name: getattr(person, name) for name in ("position", "status_group", "natures", "on_contract")}
    form = forms.PostForm(request.POST or None, initial=known)
    return ask(
        request,
        form,
        lambda: actions.change_post(person=person, draft=form.draft(), actor=request.actor),
        heading=_("A new post of %(name)s") % {"name": person.name},
        back=_back(person),
        sub=_("The present post ends on the day the new one begins."),
    )


def discipline(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_answer_for(request.actor, person.organisation_id))
    form = forms.DisciplineForm(request.POST or None)
    return _record(request, person, form, actions.record_discipline, _("Discipline"))


def leave(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_edit(request.actor, person.organisation_id))
    form = forms.LeaveForm(request.POST or None, initial={"year": request.today.year})
    return _record(request, person, form, actions.record_leave, _("Leave"))


def training(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_answer_for(request.actor, person.organisation_id))
    form = forms.TrainingForm(request.POST or None, initial={"year": request.today.year})
    return _record(request, person, form, actions.record_training, _("Training of colleagues"))


def _record(request: Request, person: Person, form: Any, record: Any, kind: str) -> HttpResponse:
    return ask(
        request,
        form,
        lambda: record(person=person, actor=request.actor, **form.cleaned_data),
        heading=f"{kind}: {person.name}",
        back=_back(person),
    )


def matter(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_record_matter(request.actor, person.organisation_id))
    form = forms.MatterForm(request.POST or None)
    return ask(
        request,
        form,
        lambda: actions.record_matter(recipient=person, actor=request.actor, **form.cleaned_data),
        heading=_("Unresolved matter: %(name)s") % {"name": person.name},
        back=_back(person),
        sub=_(
            "Only what has been accepted for handling (thụ lý) holds an award; an anonymous letter never does."
        ),
    )


def close_matter(request: Request, pk: int) -> HttpResponse:
    people = queries.visible_to(request.actor)
    row = get_object_or_404(Matter.objects.select_related("person"), pk=pk, person__in=people)
    person = visible(request, row.person_id or 0)
    require(policy.may_record_matter(request.actor, person.organisation_id))
    form = forms.CloseMatterForm(request.POST or None, initial={"until": request.today})
    return ask(
        request,
        form,
        lambda: actions.close_matter(matter=row, actor=request.actor, **form.cleaned_data),
        heading=_("Close the matter of %(name)s") % {"name": person.name},
        back=_back(person),
        sub=row.basis,
    )
