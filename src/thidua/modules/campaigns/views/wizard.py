"""The launch wizard: every step saves by itself; two who write at once lose nothing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua import law
from thidua.foundation.forms import Form
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, refusals_on
from thidua.modules.campaigns import policy, queries, wizard
from thidua.modules.campaigns.actions import launching, preparing
from thidua.modules.campaigns.copying import copied_parts, copied_targets
from thidua.modules.campaigns.forms import (
    GeneralForm,
    IndicatorForm,
    LaunchForm,
    PartsForm,
    PlanFileForm,
    UnitsForm,
)
from thidua.modules.campaigns.models import Campaign
from thidua.modules.campaigns.requirements import ENTERED_ELSEWHERE, Part, parts_of
from thidua.modules.campaigns.views.shared import both_texts, posted, visible
from thidua.modules.organisations.api import Request

Save = Callable[[Request, Campaign, Any], Campaign]


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, pk: int, slug: str) -> HttpResponse:
    campaign = visible(request, pk)
    if slug not in wizard.BY_SLUG:
        raise Http404
    require(policy.may_edit(request.actor, campaign))
    step = wizard.BY_SLUG[slug]
    parts = parts_of(campaign, request.today)
    if step.code == "indicators":
        return indicators_page(request, campaign, IndicatorForm())
    if step.code == "launch":
        return launch_page(request, campaign, LaunchForm(initial={"launched_on": request.today}))
    form = _form(request, campaign, step, parts)
    if request.method == "POST":
        return _save(request, campaign, step, form)
    return page(request, campaign, step, parts, {"form": form})


def _form(request: Request, campaign: Campaign, step: wizard.WizardStep, parts: list[Part]) -> Form:
    if step.code == "general":
        known = queries.fields_kept(campaign, request.today)
        return GeneralForm(posted(request), campaign=campaign, known=known)
    if step.code == "units":
        below = queries.units_below(campaign.organisation_id, request.today)
        return UnitsForm(posted(request), campaign=campaign, below=below)
    return PartsForm(posted(request), campaign=campaign, parts=_in_words(parts, step))


def _in_words(parts: list[Part], step: wizard.WizardStep) -> list[Part]:
    return [part for part in parts if part.step == step.code and part.code not in ENTERED_ELSEWHERE]


def _save_general(request: Request, campaign: Campaign, form: GeneralForm) -> Campaign:
    return preparing.describe(
        campaign=campaign,
        draft=form.draft(),
        version=form.cleaned_data["version"],
        actor=request.actor,
        now=request.now,
    )


def _save_units(request: Request, campaign: Campaign, form: UnitsForm) -> Campaign:
    said = form.cleaned_data
    return preparing.choose_units(
        campaign=campaign,
        reach=said["reach"],
        units=[unit.pk for unit in said["units"]],
        version=said["version"],
        actor=request.actor,
        now=request.now,
    )


def _save_parts(request: Request, campaign: Campaign, form: PartsForm) -> Campaign:
    return preparing.write(
        campaign=campaign,
        parts=form.texts(),
        version=form.cleaned_data["version"],
        actor=request.actor,
        now=request.now,
    )


SAVES: dict[str, Save] = {
    "general": _save_general,
    "units": _save_units,
    "content": _save_parts,
    "measures": _save_parts,
}


def _save(request: Request, campaign: Campaign, step: wizard.WizardStep, form: Any) -> HttpResponse:
    by_itself = request.headers.get("X-Requested-With") == "autosave"
    if form.is_valid():
        try:
            with refusals_on(form):
                saved = SAVES[step.code](request, campaign, form)
                return _answer(request, saved, step, by_itself=by_itself)
        except Conflict as conflict:
            return _keep_both(request, campaign, step, conflict, by_itself=by_itself)
    if by_itself:
        wrong = [error for errors in form.errors.values() for error in errors]
        return JsonResponse({"error": " ".join(str(error) for error in wrong)}, status=422)
    return page(request, campaign, step, parts_of(campaign, request.today), {"form": form})


def _answer(request: Request, saved: Campaign, step: wizard.WizardStep, *, by_itself: bool) -> HttpResponse:
    if by_itself:
        at = timezone.localtime(saved.saved_at)
        words = _("saved at %(time)s") % {"time": f"{at:%H:%M}"}
        return JsonResponse({"version": saved.version, "words": words})
    then = request.POST.get("then")
    if then == "leave":
        messages.success(request, _("Saved."))
        return redirect("campaigns_show", pk=saved.pk)
    to = wizard.SLUGS["launch"] if then == "launch" else wizard.after(step).slug
    return redirect("campaigns_write", pk=saved.pk, slug=to)


def _keep_both(
    request: Request, campaign: Campaign, step: wizard.WizardStep, conflict: Conflict, *, by_itself: bool
) -> HttpResponse:
    """What was not saved is kept for the next page, which shows it beside what is there."""
    request.session[_unsent(campaign, step)] = {
        name: _plain(value) for name, value in conflict.mine.items() if value != conflict.theirs[name]
    }
    url = reverse("campaigns_write", args=[campaign.pk, step.slug])
    return JsonResponse({"url": url}, status=409) if by_itself else redirect(url)


def _unsent(campaign: Campaign, step: wizard.WizardStep) -> str:
    return f"campaign-unsent-{campaign.pk}-{step.code}"


def _plain(value: Any) -> str:
    if hasattr(value, "strftime"):
        return str(value.strftime("%d/%m/%Y"))
    return "" if value is None else str(value)


def page(
    request: Request,
    campaign: Campaign,
    step: wizard.WizardStep,
    parts: list[Part],
    context: dict[str, Any],
) -> HttpResponse:
    """A step of the wizard with what all of them show."""
    form = context.get("form")
    common = {
        "campaign": campaign,
        "step": step,
        "steps": wizard.marks(step, parts),
        "parts": parts,
        "warnings": law.launch_warnings(campaign.launched_on or request.today),
        "conflict": both_texts(form, request.session.pop(_unsent(campaign, step), {})) if form else [],
        "plan_file": PlanFileForm(),
    }
    if isinstance(form, PartsForm):
        common["lines"] = _lines(campaign, form)
    return render(request, f"campaigns/wizard_{step.code}.html", common | context)


def _lines(campaign: Campaign, form: PartsForm) -> list[tuple[Part, Any, str, bool]]:
    """Each text with its article, what the plan above says, and whether it was taken over from there."""
    above = campaign.above.parts if campaign.above else {}
    copied = copied_parts(campaign)
    return [(part, form[part.code], above.get(part.code, ""), part.code in copied) for part in form.parts]


def indicators_page(
    request: Request, campaign: Campaign, form: IndicatorForm, changed: int | None = None
) -> HttpResponse:
    rows = list(campaign.indicators.select_related("above").order_by("position", "id"))
    context = {"form": form, "changed": changed, "indicators": rows, "copied": copied_targets(rows)}
    parts = parts_of(campaign, request.today)
    return page(request, campaign, wizard.BY_SLUG["chi-tieu"], parts, context)


def launch_page(request: Request, campaign: Campaign, form: LaunchForm) -> HttpResponse:
    parts = parts_of(campaign, request.today)
    lacks = [part for part in parts if not part.is_met]
    rows = list(campaign.indicators.order_by("position", "id"))
    context = {
        "form": form,
        "lines": [(part, wizard.SLUGS[part.step]) for part in parts],
        "lacks": lacks,
        "without_target": [row for row in rows if row.target is None],
        "n_indicators": len(rows),
        "n_units": queries.n_to_reach(campaign, request.today),
        "overlaps": queries.overlapping(campaign, request.today),
        "may_launch": policy.may_step(request.actor, campaign, "launch"),
    }
    return page(request, campaign, wizard.BY_SLUG["phat-dong"], parts, context)


@require_POST
def launch(request: Request, pk: int) -> HttpResponse:
    campaign = visible(request, pk)
    require(policy.may_step(request.actor, campaign, "launch"))
    form = LaunchForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            done = launching.launch(
                campaign=campaign, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data
            )
            words = {"n": done.units.count()}
            messages.success(request, _("Launched: it has reached %(n)s units.") % words)
            return redirect("campaigns_show", pk=pk)
    return launch_page(request, campaign, form)


@require_POST
def attach(request: Request, pk: int) -> HttpResponse:
    campaign = visible(request, pk)
    require(policy.may_edit(request.actor, campaign))
    form = PlanFileForm(request.POST, request.FILES)
    if form.is_valid():
        with refusals_on(form):
            file = form.cleaned_data["file"]
            preparing.attach_plan(
                campaign=campaign, content=file.read(), name=file.name, actor=request.actor, now=request.now
            )
            messages.success(request, _("Saved."))
            return redirect("campaigns_write", pk=pk, slug="chung")
    known = queries.fields_kept(campaign, request.today)
    context = {"form": GeneralForm(None, campaign=campaign, known=known), "plan_file": form}
    return page(request, campaign, wizard.BY_SLUG["chung"], parts_of(campaign, request.today), context)
