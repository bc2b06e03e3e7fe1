from django.db.models import Count, Q, QuerySet

from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.oversight.models import (
    FindingKind,
    Inspection,
    InspectionFinding,
    InspectionKind,
    InspectionPlan,
    InspectionState,
)
from thidua.modules.oversight.policy import READS
from thidua.modules.oversight.states import UNIT

# Only then the unit reads what was found.
TOLD = (InspectionState.CONCLUDED, InspectionState.FOLLOWED_UP)


def inspections_visible_to(actor: Actor) -> QuerySet[Inspection]:
    """Those of bodies in scope; a unit sees that it is inspected, and its own."""
    rows = Inspection.objects.select_related("organisation", "body", "plan")
    if actor.is_system:
        return rows
    here = scope_ids(actor)
    if actor.has(*READS):
        return rows.filter(Q(body__in=here) | Q(organisation__in=here))
    return rows.filter(organisation__in=here) if actor.has(*UNIT) else rows.none()


def reads_findings(actor: Actor, row: Inspection) -> bool:
    """The inspected unit once it is concluded."""
    inspects = actor.has(*READS) and actor.covers(row.body_id)
    return inspects or row.kind == InspectionKind.SELF or row.state in TOLD


def with_findings(rows: QuerySet[Inspection]) -> QuerySet[Inspection]:
    return rows.annotate(
        n_findings=Count("findings", distinct=True),
        n_closed=Count("findings", filter=Q(findings__shortcoming__state="closed"), distinct=True),
    )


def inspection_plans_visible_to(actor: Actor) -> QuerySet[InspectionPlan]:
    rows = InspectionPlan.objects.select_related("organisation").annotate(n=Count("inspections"))
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def repeated(actor: Actor) -> list[tuple[str, str, int]]:
    """Unit, kind and number of inspections in which the unit was found lacking of the same kind, twice or more."""
    rows = InspectionFinding.objects.filter(
        inspection__in=inspections_visible_to(actor).order_by().values("pk"), inspection__state__in=TOLD
    )
    named = rows.order_by().values_list("inspection__organisation__name", "kind")
    counted = named.annotate(n=Count("inspection", distinct=True)).filter(n__gte=2)
    labels = dict(FindingKind.choices)
    return [
        (unit, str(labels[kind]), n)
        for unit, kind, n in counted.order_by("-n", "inspection__organisation__name", "kind")
    ]
