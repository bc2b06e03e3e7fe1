"""Dossiers written for exemplars of the last weeks, and sent: from the good deed told to the proposal."""

from datetime import timedelta

from thidua.modules.dossiers.actions.nominate import nominate
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.exemplars.models import Exemplar, ExemplarState
from thidua.modules.organisations.api import Role
from thidua.site.sample.files import handed_to_head
from thidua.site.sample.stage import Stage

WEEKS = 10
HOW_MANY = 3
LATER = (4, 9, 6)


def load_nominated(stage: Stage) -> None:
    codes = {unit.pk: code for code, unit in stage.units.items()}
    ready = Exemplar.objects.filter(
        state__in=[ExemplarState.VERIFIED, ExemplarState.NURTURED],
        organisation__parent=stage.units["P"],
        found_on__range=(stage.ago(7 * WEEKS), stage.ago(max(LATER))),
        person__isnull=False,
    )
    for row, days in zip(ready.order_by("found_on", "pk")[:HOW_MANY], LATER, strict=False):
        code, on = codes[row.organisation_id], row.found_on + timedelta(days=days)
        officer, head = (stage.of_unit(code, role, on) for role in (Role.UNIT_OFFICER, Role.UNIT_HEAD))
        receiver = stage.units["P"]
        dossier = nominate(exemplar=row, receiver=receiver, actor=officer, on=on, now=stage.at(on))
        handed_to_head(stage, code, dossier, on)
        move(dossier=dossier, step="send", actor=head, on=on, now=stage.at(on, 14))
