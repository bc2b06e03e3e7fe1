"""How campaigns move, and how far models have spread."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.charts import Chart, Kind, Line, Row, Tone
from thidua.modules.campaigns.models import Campaign, CampaignState, ProgressReport
from thidua.modules.dashboards.pictures.parts import MOST, Facts, Picture, Scope
from thidua.modules.replication.api import with_numbers
from thidua.modules.replication.models import ModelState, PracticeModel

MOVES_WITHIN = timedelta(days=30)


def _campaigns(scope: Scope) -> Facts:
    """Running on the day, by field: a figure changed in thirty days, or none did."""
    running = Campaign.objects.filter(
        organisation__in=scope.units,
        state=CampaignState.LAUNCHED,
        since__year__lte=scope.year,
        until__year__gte=scope.year,
    )
    moved = ProgressReport.objects.filter(
        campaign=OuterRef("pk"), moved=True, reported_on__gt=scope.on - MOVES_WITHIN
    )
    rows = running.annotate(moves=Exists(moved)).values_list("field__name")
    counted = rows.annotate(
        n_moving=Count("pk", filter=Q(moves=True)), n_silent=Count("pk", filter=Q(moves=False))
    )
    return [list(row) for row in counted.order_by("field__name")]


def _draw_campaigns(facts: Facts, year: int) -> Chart:
    return Chart(
        kind=Kind.ACROSS_STACKED,
        words=_("Campaigns of %(year)s that move, and silent ones, by field.") % {"year": year},
        head=_("Field of work"),
        lines=(Line(_("moving"), Tone.GOOD), Line(_("silent for 30 days"), Tone.GREY)),
        rows=tuple(Row(field, tuple(n)) for field, *n in facts),
    )


def _models(scope: Scope) -> Facts:
    rows = PracticeModel.objects.filter(organisation__in=scope.units, state=ModelState.CATALOGUE)
    found: Any = with_numbers(rows)  # annotated in another module
    found = found.order_by("-n_adopters", "name", "pk")[:MOST]
    return [list(row) for row in found.values_list("pk", "name", "n_adopters", "n_measured")]


def _draw_models(facts: Facts, year: int) -> Chart:
    del year
    return Chart(
        kind=Kind.ACROSS,
        words=_("How many units apply each model of the catalogue, and how many have measured its effect."),
        head=_("Model"),
        lines=(Line(_("units that apply it"), Tone.GOLD), Line(_("with a measured effect"), Tone.GOOD)),
        rows=tuple(
            Row(name, (n_adopters, n_measured), url=reverse("models_spread", args=[pk]))
            for pk, name, n_adopters, n_measured in facts
        ),
    )


CAMPAIGNS = Picture(
    "campaigns",
    gettext_lazy("Movement of campaigns"),
    gettext_lazy(
        "Campaigns launched and not over, by field; one moves when a unit reported a changed figure in 30 days."
    ),
    "campaigns_list",
    _campaigns,
    _draw_campaigns,
)
MODELS = Picture(
    "models",
    gettext_lazy("Spread of models"),
    gettext_lazy(
        "Models of the catalogue, the twenty most applied; one without an adopter shows as an empty bar."
    ),
    "models_list",
    _models,
    _draw_models,
)
