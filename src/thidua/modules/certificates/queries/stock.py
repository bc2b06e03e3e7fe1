"""What is left of each stock of blanks, and where decision and blanks do not agree."""

from django.db.models import Count, Max, Q, QuerySet

from thidua.modules.certificates.models import Batch, BlankFate, BlankStock, BlankUse, Certificate
from thidua.modules.certificates.states import ON_PAPER
from thidua.modules.organisations.api import Actor, scope_ids


def stocks_visible_to(actor: Actor) -> QuerySet[BlankStock]:
    """With how many were printed, spoilt, missing, and the highest number that was used."""
    rows = BlankStock.objects.select_related("organisation")
    if not actor.is_system:
        rows = rows.filter(organisation__in=scope_ids(actor))
    counts = {f"n_{fate}": Count("uses", filter=Q(uses__fate=fate)) for fate in BlankFate.values}
    return rows.annotate(n_used=Count("uses"), highest=Max("uses__number"), **counts)


def uses_of(stock: BlankStock) -> QuerySet[BlankUse]:
    return stock.uses.select_related("stock", "certificate__batch__decision", "certificate__entry")


def lacking(stock: BlankStock) -> QuerySet[Certificate]:
    """Certificates of the stock's award that went out since it came, and stand on no blank of any stock."""
    if not stock.honour:
        return Certificate.objects.none()
    rows = Certificate.objects.filter(
        batch__organisation=stock.organisation_id,
        entry__honour=stock.honour,
        state__in=ON_PAPER,
        batch__released_at__date__gte=stock.received_on,
    )
    return rows.exclude(blanks__fate=BlankFate.PRINTED).select_related("batch__decision").order_by("-pk")


def without_blank(batch: Batch) -> QuerySet[Certificate]:
    """Those that went out and stand on none yet, or on one that was spoilt since."""
    return batch.certificates.filter(state__in=ON_PAPER).exclude(blanks__fate=BlankFate.PRINTED)


def blanks_of(batch: Batch) -> dict[int, BlankUse]:
    """By certificate, what it stands on."""
    rows = BlankUse.objects.filter(certificate__batch=batch, fate=BlankFate.PRINTED).select_related("stock")
    return {row.certificate_id: row for row in rows if row.certificate_id}
