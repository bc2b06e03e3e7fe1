from django.db.models import Q, QuerySet

from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.dossiers.policy import readable_states
from thidua.modules.organisations.api import Actor, scope_ids


def visible_to(actor: Actor) -> QuerySet[Dossier]:
    """Dossiers of units in scope (or received by the actor's own body), in the states his roles read."""
    if actor.is_system:
        return Dossier.objects.all()
    of_scope = Q(organisation__in=scope_ids(actor)) | Q(receiver=actor.organisation_id)
    return Dossier.objects.filter(of_scope, state__in=readable_states(actor))


def candidates_visible_to(actor: Actor) -> QuerySet[Candidate]:
    return Candidate.objects.filter(dossier__in=visible_to(actor)).select_related("dossier")
