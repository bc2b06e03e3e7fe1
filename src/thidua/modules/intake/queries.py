"""Lists that an actor may see, and their lines."""

from django.db.models import QuerySet

from thidua.modules.intake.models import Intake, IntakeRow
from thidua.modules.intake.offered import kinds
from thidua.modules.organisations.api import Actor, scope_ids


def visible_to(actor: Actor) -> QuerySet[Intake]:
    """Of the kinds that he may enter himself, in his scope."""
    mine = [kind.code for kind in kinds() if kind.may(actor, actor.organisation_id)]
    return Intake.objects.filter(kind__in=mine, organisation__in=scope_ids(actor)).select_related(
        "organisation", "brought_by", "entered_by"
    )


def rows_of(intake: Intake, status: str = "") -> QuerySet[IntakeRow]:
    rows = IntakeRow.objects.filter(intake=intake)
    if status == "reread":
        return rows.filter(is_reread=True)
    return rows.filter(status=status) if status else rows
