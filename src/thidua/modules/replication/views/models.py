"""The list of models, and the page of one: what it is, how it was tried, who applies it."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import Counter, Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.campaigns import api as campaigns
from thidua.modules.campaigns.models import Campaign
from thidua.modules.organisations.api import Request, organisation_choices
from thidua.modules.replication import policy, queries
from thidua.modules.replication.actions import models as actions
from thidua.modules.replication.forms import (
    BeginForm,
    ModelFilter,
    ModelForm,
    ProofForm,
    ReviewForm,
    StepForm,
)
from thidua.modules.replication.models import Lesson, ModelProof, ModelState, PracticeModel
from thidua.modules.replication.queries import spread
from thidua.modules.replication.states import AUTHORITY, WORKFLOW
from thidua.modules.replication.tables import MODELS

ORDER = ("-entered_on", "-id")
NO_ADOPTER = "chua-ap-dung"
TONES = {
    ModelState.DRAFT: "plain",
    ModelState.PROPOSED: "wait",
    ModelState.PILOT: "wait",
    ModelState.REVIEWED: "gold",
    ModelState.CATALOGUE: "good",
    ModelState.RETIRED: "plain",
}
LIFE: list[ModelState] = [one for one in ModelState if one != ModelState.RETIRED]


def visible(request: Request, pk: int) -> PracticeModel:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = ModelFilter(request.GET, fields=campaigns.fields_seen_by(request.actor))
    chosen = form.chosen()
    rows = queries.found(queries.visible_to(request.actor), chosen.get("q", ""))
    rows = rows.filter(field=chosen["linh_vuc"]) if "linh_vuc" in chosen else rows
    state = request.GET.get("trang-thai", "")
    shown = queries.with_numbers(_of_state(rows, state))
    if is_export(request):
        return export(request, MODELS, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    counters = list(_counters(request, rows))
    context = {
        "form": form,
        "page": page,
        "lines": [(row, TONES[ModelState(row.state)]) for row in page.rows],
        "table": MODELS.on(request),
        "count": next((one.n for one in counters if one.is_on), 0),
        "counters": counters,
        "may_begin": policy.may_write(request.actor, request.actor.organisation_id),
    }
    return render(request, "replication/list.html", context)


def _of_state(rows: QuerySet[PracticeModel], state: str) -> QuerySet[PracticeModel]:
    if state == NO_ADOPTER:
        return queries.without_adopter(rows)
    return rows.filter(state=state) if state in ModelState.values else rows


def _counters(request: Request, rows: QuerySet[PracticeModel]) -> Iterator[Counter]:
    counts = queries.state_counts(rows)
    asked = request.GET.get("trang-thai", "")
    silent = NO_ADOPTER if request.actor.has(*AUTHORITY) else ""
    is_known = asked in ModelState.values or (asked and asked == silent)
    yield _counter(request, "", _("all"), sum(counts.values()), is_on=not is_known)
    for one in ModelState:
        yield _counter(request, one.value, str(one.label), counts.get(one.value, 0), is_on=asked == one.value)
    if silent:
        n = capped_count(queries.without_adopter(rows))
        yield _counter(
            request, silent, _("in the catalogue, no unit applies it yet"), n, is_on=asked == silent
        )


def _counter(request: Request, value: str, label: str, n: int, *, is_on: bool) -> Counter:
    query = request.GET.copy()
    for name in ("trang", "trang-thai"):
        query.pop(name, None)
    if value:
        query["trang-thai"] = value
    return Counter(label, n, f"?{query.urlencode()}", is_on=is_on)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_write(actor, actor.organisation_id))
    posted = request.POST if request.method == "POST" else None
    form = BeginForm(
        posted,
        units=organisation_choices(actor),
        own=actor.organisation_id,
        fields=campaigns.fields_seen_by(actor),
        campaigns=_campaigns(request),
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _begun(request, form))
    return render(request, "replication/begin.html", {"form": form})


def _campaigns(request: Request) -> QuerySet[Campaign]:
    """Those that run: begun by the unit, or come down to it."""
    return campaigns.visible_to(request.actor).filter(state="launched").order_by("-since", "-id")


def _begun(request: Request, form: BeginForm) -> str:
    model = actions.begin(
        organisation=form.cleaned_data["organisation"],
        draft=form.draft(),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("models_show", args=[model.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, model: PracticeModel, **forms: Any) -> HttpResponse:
    actor = request.actor
    adoptions = spread.adoptions_of(model)
    context = {
        "model": model,
        "tone": TONES[ModelState(model.state)],
        "marks": _marks(model),
        "life": spread.life_of(model),
        "pilots": spread.pilots_of(model),
        "adoptions": [row for row in adoptions if row.state == "in_use"],
        "lessons": _lessons(model),
        "proofs": model.proofs.select_related("file").order_by("pk"),
        "steps": [(step, step.missing(model)) for step in WORKFLOW.open_to(model, actor)],
        "may_change": policy.may_change(actor, model),
        "may_choose": policy.may_choose_pilots(actor, model),
        "may_adopt": policy.may_adopt(actor, model),
        "may_share": policy.may_share(actor, model),
        "proof": ProofForm(),
        "campaign": campaigns.visible_to(actor).filter(pk=model.campaign_id or 0).first(),
    }
    return render(request, "replication/show.html", context | forms)


def _lessons(model: PracticeModel) -> list[Lesson]:
    """Of all pilots and of all who apply it, what worked first."""
    rows = Lesson.objects.select_related("pilot__organisation", "adoption__organisation")
    found = rows.filter(pilot__model=model) | rows.filter(adoption__model=model)
    return list(found.order_by("-kind", "pk"))


def _marks(model: PracticeModel) -> list[StepMark]:
    days = {
        WORKFLOW.by_name[row.step].target: row.on
        for row in model.steps.order_by("pk")
        if row.step in WORKFLOW.by_name
    }
    days[ModelState.DRAFT] = model.entered_on
    here = LIFE.index(ModelState(model.state)) if model.state in LIFE else -1
    return [
        StepMark(
            str(one.label),
            Mark.DONE if place < here else Mark.NOW if place == here else Mark.NEXT,
            days[one].strftime("%d/%m/%Y") if one in days and (place <= here or here < 0) else "",
        )
        for place, one in enumerate(LIFE)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    model = visible(request, pk)
    require(policy.may_change(request.actor, model))
    form = ModelForm(
        request.POST if request.method == "POST" else None,
        model=model,
        fields=campaigns.fields_for(model.organisation_id, request.today),
        campaigns=_campaigns(request) | campaigns.visible_to(request.actor).filter(pk=model.campaign_id or 0),
    )
    context: dict[str, Any] = {"model": model, "form": form}
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            try:
                version = form.cleaned_data["version"]
                actions.change(model=model, draft=form.draft(), version=version, actor=request.actor)
                messages.success(request, _("Saved."))
                return redirect("models_show", pk=pk)
            except Conflict as conflict:
                model.refresh_from_db()
                context |= {"conflict": _both(form, conflict), "latest": model.version}
    return render(request, "replication/change.html", context)


def _both(form: ModelForm, conflict: Conflict) -> list[tuple[str, object, object]]:
    """Field by field, where the two texts differ."""
    return [
        (form.label_of(name), form.words_of(name, theirs), form.words_of(name, conflict.mine[name]))
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what the step means, ask what is behind it, then take it."""
    model = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    taken = WORKFLOW.by_name[name]
    require(policy.may_step(request.actor, model, name))
    posted = request.POST if request.method == "POST" else None
    form = ReviewForm(posted) if name == "review" else StepForm(posted, needs_reason=taken.needs_reason)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _taken(request, model, name, form.cleaned_data)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return _after(request, pk)
    context = {"model": model, "step": taken, "form": form, "lacks": taken.missing(model)}
    return render(request, "replication/step.html", context)


def _taken(request: Request, model: PracticeModel, name: str, said: dict[str, Any]) -> None:
    actor, on, now = request.actor, request.today, request.now
    if name == "review":
        actions.review(model=model, actor=actor, on=on, now=now, **said)
    else:
        actions.move(model=model, step=name, actor=actor, on=on, now=now, **said)


def _after(request: Request, pk: int) -> HttpResponse:
    """A leader who hands a model back no longer reads it: it is a draft again."""
    if queries.visible_to(request.actor).filter(pk=pk).exists():
        return redirect("models_show", pk=pk)
    return redirect("models_list")


@require_POST
def attach(request: Request, pk: int) -> HttpResponse:
    model = visible(request, pk)
    require(policy.may_change(request.actor, model))
    form = ProofForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        with refusals_on(form):
            actions.attach(
                model=model,
                label=form.cleaned_data["label"],
                content=upload.read() if upload else None,
                name=upload.name if upload else "",
                link=form.cleaned_data["link"].strip(),
                actor=request.actor,
                now=request.now,
            )
            messages.success(request, _("Attached."))
            return redirect("models_show", pk=pk)
    return _page(request, model, proof=form)


@require_POST
def detach(request: Request, pk: int) -> HttpResponse:
    rows = ModelProof.objects.filter(model__in=queries.visible_to(request.actor).values("pk"))
    proof = get_object_or_404(rows.select_related("model"), pk=pk)
    require(policy.may_change(request.actor, proof.model))
    actions.detach(proof=proof, actor=request.actor)
    return redirect("models_show", pk=proof.model_id)
