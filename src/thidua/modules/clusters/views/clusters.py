"""The list of clusters and blocks, and the page of one with its members, heads and years."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.clusters import policy, queries
from thidua.modules.clusters.actions import clusters as actions
from thidua.modules.clusters.actions import criteria
from thidua.modules.clusters.forms import (
    ClusterFilter,
    ClusterForm,
    EndForm,
    HeadForm,
    MemberForm,
    PeriodForm,
)
from thidua.modules.clusters.membership import members_on
from thidua.modules.clusters.models import (
    Cluster,
    ClusterKind,
    ClusterMember,
    Headship,
    YearState,
)
from thidua.modules.clusters.tables import CLUSTERS
from thidua.modules.clusters.views.shared import YEAR_TONES, both_texts, cluster, latest
from thidua.modules.organisations.api import Request, organisation_choices
from thidua.modules.organisations.models import Period

ORDER = ("name", "id")


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = ClusterFilter(request.GET)
    chosen = form.chosen()
    rows: Any = queries.with_present(queries.visible_to(request.actor), request.today)
    rows = queries.found(rows, chosen["q"]) if "q" in chosen else rows
    if "chay" in chosen:
        rows = rows.filter(running=chosen["chay"])
    if "tinh_trang" in chosen:
        rows = rows.filter(year_state=chosen["tinh_trang"])
    kind = request.GET.get("loai", "")
    shown = rows.filter(kind=kind) if kind in ClusterKind.values else rows
    if is_export(request):
        return export(request, CLUSTERS, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.kind_counts(rows)
    context = {
        "form": form,
        "page": page,
        "lines": [(row, _state(row)) for row in page.rows],
        "table": CLUSTERS.on(request),
        "count": counts.get(kind, 0) if kind in ClusterKind.values else sum(counts.values()),
        "counters": _counters(request, counts),
        "may_keep": policy.may_keep(request.actor, request.actor.organisation_id),
    }
    return render(request, "clusters/list.html", context)


def _state(row: Any) -> tuple[str, str]:
    """State of the newest year in words, and its tone."""
    if not row.year_state:
        return _("no year begun yet"), "plain"
    state = YearState(row.year_state)
    return str(state.label), YEAR_TONES[state]


def _counters(request: Request, counts: Any) -> list[Counter]:
    chosen = request.GET.get("loai", "")
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "loai"}}
    return [
        Counter(
            str(one.label),
            counts[one.value],
            f"?{urlencode(kept | ({'loai': one.value} if one.value != chosen else {}))}",
            is_on=one.value == chosen,
        )
        for one in ClusterKind
        if one.value in counts
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    require(policy.may_keep(request.actor, request.actor.organisation_id))
    form = ClusterForm(request.POST if request.method == "POST" else None, initial={"since": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _created(request, form))
    return render(request, "clusters/create.html", {"form": form})


def _created(request: Request, form: ClusterForm) -> str:
    own = request.actor.organisation
    assert own is not None  # may_keep has asked
    row = actions.create(organisation=own, draft=form.draft(), actor=request.actor)
    return reverse("clusters_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, cluster(request, pk))


def _page(request: Request, row: Cluster, **forms: Any) -> HttpResponse:
    years = list(row.years.select_related("period").order_by("-period__until", "-pk"))
    present = members_on(row, request.today)
    context = {
        "cluster": row,
        "members": row.members.select_related("organisation").order_by("until", "pk"),
        "heads": queries.heads_by_cluster(row),
        "years": [(year, YEAR_TONES[YearState(year.state)]) for year in years],
        "today": request.today,
        "may_keep": policy.may_keep(request.actor, row.organisation_id),
        "member_form": MemberForm(
            units=organisation_choices(request.actor), initial={"since": row.since, "n_votes": 1}
        ),
        "head_form": HeadForm(members=present),
        "period_form": PeriodForm(periods=_periods(row)),
    }
    return render(request, "clusters/show.html", context | forms)


def _periods(row: Cluster) -> Any:
    """Periods that the cluster has not begun, the newest first."""
    begun = row.years.values("period")
    return Period.objects.filter(until__gt=row.since).exclude(pk__in=begun).order_by("-until", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    row = cluster(request, pk)
    require(policy.may_keep(request.actor, row.organisation_id))
    first = {name: getattr(row, name) for name in ClusterForm.base_fields}
    form = ClusterForm(request.POST if request.method == "POST" else None, initial=first)
    context: dict[str, Any] = {"cluster": row, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                actions.change(
                    cluster=row,
                    draft=form.draft(),
                    version=form.cleaned_data["version"] or 0,
                    actor=request.actor,
                )
                messages.success(request, _("Saved."))
                return redirect("clusters_show", pk=pk)
        except Conflict as conflict:
            row.refresh_from_db()
            context |= {
                "conflict": both_texts(form, conflict),
                "form": ClusterForm(latest(request, row.version)),
            }
    return render(request, "clusters/change.html", context)


@require_POST
def add_member(request: Request, pk: int) -> HttpResponse:
    row = cluster(request, pk)
    require(policy.may_keep(request.actor, row.organisation_id))
    form = MemberForm(request.POST, units=organisation_choices(request.actor))
    if form.is_valid():
        with refusals_on(form):
            actions.add_member(cluster=row, actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("clusters_show", pk=pk)
    return _page(request, row, member_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def end_member(request: Request, pk: int) -> HttpResponse:
    rows = ClusterMember.objects.filter(cluster__in=queries.visible_to(request.actor))
    member = get_object_or_404(rows.select_related("cluster__organisation"), pk=pk)
    require(policy.may_keep(request.actor, member.cluster.organisation_id))
    form = EndForm(request.POST if request.method == "POST" else None, initial={"until": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.end_member(member=member, until=form.cleaned_data["until"], actor=request.actor)
            messages.success(request, _("Saved."))
            return redirect("clusters_show", pk=member.cluster_id)
    return render(request, "clusters/end_member.html", {"member": member, "form": form})


@require_POST
def appoint(request: Request, pk: int) -> HttpResponse:
    row = cluster(request, pk)
    require(policy.may_keep(request.actor, row.organisation_id))
    form = HeadForm(request.POST, members=row.members.all())
    if form.is_valid():
        with refusals_on(form):
            actions.appoint(cluster=row, actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("clusters_show", pk=pk)
    return _page(request, row, head_form=form)


@require_POST
def end_headship(request: Request, pk: int) -> HttpResponse:
    rows = Headship.objects.filter(cluster__in=queries.visible_to(request.actor))
    headship = get_object_or_404(rows.select_related("cluster"), pk=pk)
    require(policy.may_keep(request.actor, headship.cluster.organisation_id))
    with told(request):
        actions.end_headship(headship=headship, actor=request.actor)
        messages.success(request, _("Taken out."))
    return redirect("clusters_show", pk=headship.cluster_id)


@require_POST
def begin_year(request: Request, pk: int) -> HttpResponse:
    row = cluster(request, pk)
    require(policy.may_keep(request.actor, row.organisation_id))
    form = PeriodForm(request.POST, periods=_periods(row))
    if form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _begun(request, row, form.cleaned_data["period"]))
    return _page(request, row, period_form=form)


def _begun(request: Request, row: Cluster, period: Period) -> str:
    made = criteria.begin_year(cluster=row, period=period, actor=request.actor, now=request.now)
    return reverse("cluster_years_criteria", args=[made.pk])
