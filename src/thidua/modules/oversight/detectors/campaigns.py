"""Signs in campaigns: silent ones, copied targets, two that ask the same units for the same."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.law.cite import Confidence
from thidua.modules.campaigns.api import copied_targets, pairs
from thidua.modules.campaigns.models import Campaign, CampaignState
from thidua.modules.oversight.detectors.parts import Scope, Sign, detector


def _page(pk: int) -> str:
    return reverse("campaigns_show", args=[pk])


def _running(scope: Scope) -> QuerySet[Campaign]:
    rows = Campaign.objects.filter(organisation__in=scope.units, state=CampaignState.LAUNCHED)
    return rows.filter(until__gt=scope.on)


@detector(
    title=_("Campaign launched and silent"),
    why=_("Whoever launches a campaign urges it on, inspects and supervises it."),
    basis="Luật 06/2022/QH15, Điều 17; Kế hoạch 163/KH-UBND (động viên, đôn đốc, kiểm tra, giám sát)",
    measured=_("days without a report of any unit"),
    threshold=60,
    threshold_label=_("at least so many days without a report"),
    owner="launcher",
)
def silent_campaign(scope: Scope, threshold: int) -> Iterator[Sign]:
    rows: QuerySet[Any] = _running(scope).annotate(
        heard=Greatest("launched_on", Coalesce(Max("reports__reported_on"), "launched_on"))
    )
    for row in rows.filter(heard__lte=scope.ago(threshold)).order_by("pk"):
        n_days = (scope.on - row.heard).days
        yield Sign(row.organisation_id, f"campaign:{row.pk}", row.name, _page(row.pk), n_days)


@detector(
    title=_("Targets copied from above"),
    why=_("Each unit sets targets that fit its own tasks; a plan that repeats those above is formal."),
    basis="Kế hoạch 163/KH-UBND (đổi mới nội dung, hình thức phong trào, gắn với nhiệm vụ chính trị); Luật 06/2022/QH15, Điều 17",
    measured=_("per cent of the plan's targets are the ones above"),
    threshold=80,
    threshold_label=_("at least so many per cent of the targets are the same"),
    owner="unit",
    confidence=Confidence.SECONDARY,
)
def copied_plan(scope: Scope, threshold: int) -> Iterator[Sign]:
    rows = _running(scope).filter(above__isnull=False).prefetch_related("indicators__above")
    for row in rows.order_by("pk"):
        indicators = [one for one in row.indicators.all() if one.target is not None]
        percent = 100 * len(copied_targets(indicators)) // len(indicators) if indicators else 0
        if indicators and percent >= threshold:
            yield Sign(row.organisation_id, f"campaign:{row.pk}", row.name, _page(row.pk), percent)


@detector(
    title=_("Campaigns that overlap"),
    why=_("The same units are asked for the same in the same weeks: join the campaigns, or set them apart."),
    basis="Không có điều luật riêng; Kế hoạch 163/KH-UBND (đổi mới nội dung, hình thức phong trào)",
    measured=_("units are asked by both"),
    threshold=2,
    threshold_label=_("at least so many units in common"),
    owner="launcher",
    confidence=Confidence.UNVERIFIED,
)
def overlapping_campaigns(scope: Scope, threshold: int) -> Iterator[Sign]:
    for pair in pairs(scope.units, scope.on):
        if pair.n_units >= threshold:
            later = max(pair.one, pair.other, key=lambda row: (row.since, row.pk))
            other = pair.one if later is pair.other else pair.other
            subject = f"campaigns:{pair.one.pk}+{pair.other.pk}"
            label = f"{later.name} – {other.name}"
            yield Sign(scope.body.pk, subject, label, _page(later.pk), pair.n_units)
