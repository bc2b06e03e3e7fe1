"""The kinds that the modules offer, joined by the site."""

from django.http import Http404

from thidua.foundation.slots import gather
from thidua.modules.intake.kinds import Kind
from thidua.modules.organisations.api import Actor


def kinds() -> list[Kind]:
    return gather("intake.kinds")


def kinds_for(actor: Actor) -> list[Kind]:
    """What this actor may enter for the organisation he acts for."""
    return [kind for kind in kinds() if kind.may(actor, actor.organisation_id)]


def kind_called(code: str) -> Kind:
    for kind in kinds():
        if kind.code == code:
            return kind
    raise Http404
