"""Reviews of campaigns: the list, drawing one up, its text, its paper, the proposals that come of it."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.campaigns import api as campaigns
from thidua.modules.campaigns.models import Campaign
from thidua.modules.organisations.api import Request, scope_ids
from thidua.modules.papers.api import papers_of
from thidua.modules.people.models import Collective
from thidua.modules.reviews import actions, facts, policy, queries
from thidua.modules.reviews.again import again_of
from thidua.modules.reviews.forms import AgainForm, BeginForm, ProposeForm, ReasonForm, WriteForm
from thidua.modules.reviews.honours import offered
from thidua.modules.reviews.models import Review
from thidua.modules.reviews.states import WORKFLOW
from thidua.modules.reviews.tables import REVIEWS

ORDER = ("-until", "-id")


def visible(request: Request, pk: int) -> Review:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    rows = queries.visible_to(request.actor)
    shown = queries.with_numbers(rows)
    if is_export(request):
        return export(request, REVIEWS, shown, order=ORDER)
    context = {
        "page": keyset(shown, order=ORDER, token=request.GET.get("trang", "")),
        "table": REVIEWS.on(request),
        "count": capped_count(rows),
        "may_begin": policy.may_write(request.actor, request.actor.organisation_id),
    }
    return render(request, "reviews/list.html", context)


def _campaigns(request: Request) -> QuerySet[Campaign]:
    """Those of the actor's own scope that were launched."""
    rows = campaigns.visible_to(request.actor).filter(launched_on__isnull=False)
    return rows.filter(organisation__in=scope_ids(request.actor)).order_by("-since", "-id")


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request) -> HttpResponse:
    require(policy.may_write(request.actor, request.actor.organisation_id))
    offered = _campaigns(request)
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        campaigns=offered,
        initial=_asked(request, offered),
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _begun(request, form))
    return render(request, "reviews/begin.html", {"form": form})


def _asked(request: Request, offered: QuerySet[Campaign]) -> dict[str, Any]:
    """From a campaign's page: that campaign, from its first day to today or its last."""
    asked = request.GET.get("phong-trao", "")
    campaign = offered.filter(pk=int(asked)).first() if asked.isdecimal() else None
    if campaign is None:
        return {"last_on": request.today}
    is_over = facts.is_over(campaign)
    return {"campaign": campaign.pk, "since": campaign.since, "last_on": request.today} | (
        {"kind": "final"} if is_over else {}
    )


def _begun(request: Request, form: BeginForm) -> str:
    made = actions.draw_up(
        campaign=form.cleaned_data["campaign"],
        kind=form.cleaned_data["kind"],
        since=form.cleaned_data["since"],
        until=form.until(),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("reviews_show", args=[made.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    review = visible(request, pk)
    actor = request.actor
    context = {
        "review": review,
        "parts": [(heading, review.parts.get(code, "")) for code, heading in facts.HEADINGS.items()],
        "texts": review.texts.select_related("kept_by").order_by("-pk"),
        "papers": papers_of(actions.subject_of(review)),
        "proposals": review.proposals.select_related("dossier__organisation").order_by("pk"),
        "may_write": policy.may_write(actor, review.organisation_id),
        "may_change": policy.may_change(actor, review),
        "steps": WORKFLOW.open_to(review, actor),
    }
    return render(request, "reviews/show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    review = visible(request, pk)
    require(policy.may_change(request.actor, review))
    form = WriteForm(request.POST if request.method == "POST" else None, review=review)
    context: dict[str, Any] = {"review": review, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            _written(request, review, form)
        except Conflict as conflict:
            review.refresh_from_db()
            context |= {"conflict": _both(conflict), "latest": review.version}
        else:
            messages.success(request, _("Saved."))
            return redirect("reviews_show", pk=pk)
    return render(request, "reviews/change.html", context)


def _written(request: Request, review: Review, form: WriteForm) -> None:
    said = form.cleaned_data
    actions.write(
        review=review,
        parts=form.parts(),
        number=said["number"],
        issued_on=said["issued_on"],
        version=said["version"],
        actor=request.actor,
    )


def _both(conflict: Conflict) -> list[tuple[str, object, object]]:
    return [
        (heading, conflict.theirs.get(code, ""), conflict.mine.get(code, ""))
        for code, heading in facts.HEADINGS.items()
        if conflict.theirs.get(code, "") != conflict.mine.get(code, "")
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def draw_again(request: Request, pk: int) -> HttpResponse:
    """Both texts of each heading side by side; nothing is taken before it is chosen."""
    review = visible(request, pk)
    require(policy.may_change(request.actor, review))
    again = again_of(review)
    form = AgainForm(request.POST if request.method == "POST" else None, changes=again.changes)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _drawn_again(request, review, form)
            return redirect("reviews_show", pk=pk)
    seals = {"version": review.version, "seal": again.seal}
    return render(request, "reviews/again.html", {"review": review, "form": form, **seals})


def _drawn_again(request: Request, review: Review, form: AgainForm) -> None:
    taken = form.taken()
    actions.draw_again(
        review=review,
        take=taken,
        seal=form.cleaned_data["seal"],
        version=form.cleaned_data["version"],
        actor=request.actor,
        now=request.now,
    )
    if taken:
        messages.success(request, _("Taken over. The text as it stood before is kept below it."))
    else:
        messages.success(request, _("The text stays as it is."))


@require_safe
def earlier(request: Request, pk: int, text: int) -> HttpResponse:
    review = visible(request, pk)
    row = get_object_or_404(review.texts.select_related("kept_by"), pk=text)
    parts = [(heading, row.parts.get(code, "")) for code, heading in facts.HEADINGS.items()]
    return render(request, "reviews/earlier.html", {"review": review, "text": row, "parts": parts})


@require_POST
def paper(request: Request, pk: int) -> HttpResponse:
    review = visible(request, pk)
    require(policy.may_write(request.actor, review.organisation_id))
    with told(request):
        actions.draw_paper(review=review, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("The report is drawn."))
    return redirect("reviews_show", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    review = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    taken = WORKFLOW.by_name[name]
    require(policy.may_step(request.actor, review, name))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    form.fields["reason"].required = taken.needs_reason
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.move(review=review, step=name, actor=request.actor, reason=form.cleaned_data["reason"])
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("reviews_show", pk=pk)
    context = {"review": review, "step": taken, "form": form, "lacks": taken.missing(review)}
    return render(request, "reviews/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request, pk: int) -> HttpResponse:
    review = visible(request, pk)
    require(policy.may_write(request.actor, review.organisation_id))
    form = _propose_form(request, review)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _proposed(request, review, form))
    return render(request, "reviews/propose.html", {"review": review, "form": form})


def _propose_form(request: Request, review: Review) -> ProposeForm:
    """Only those with a record: a dossier is written for a record."""
    stretch = facts.Stretch(review.campaign, review.since, review.until)
    known = facts.exemplars_of(stretch).exclude(person=None, collective=None, household=None)
    teams = Collective.objects.filter(is_whole=True).values("organisation")
    units = facts.units_of(review.campaign).filter(pk__in=teams).filter(pk__in=scope_ids(request.actor))
    return ProposeForm(
        request.POST if request.method == "POST" else None,
        units=units.order_by("sort", "id"),
        exemplars=known.filter(organisation__in=scope_ids(request.actor)),
        honours=offered(review.organisation, request.today),
    )


def _proposed(request: Request, review: Review, form: ProposeForm) -> str:
    made = actions.propose(
        review=review,
        exemplars=[row.pk for row in form.cleaned_data["exemplars"]],
        units=[row.pk for row in form.cleaned_data["units"]],
        honour=form.cleaned_data["honour"],
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    words = ngettext("%(n)s dossier was begun.", "%(n)s dossiers were begun.", len(made))
    messages.success(request, words % {"n": len(made)})
    return reverse("reviews_show", args=[review.pk])
