from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from thidua.foundation.paging import counted
from thidua.kernel.text import search_words
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState, Submittal
from thidua.modules.dossiers.policy import ENDED, GATHERS, readable_states
from thidua.modules.dossiers.queries.comparison import OUT
from thidua.modules.organisations.api import Actor, Role, scope_ids

S = DossierState
READS_SUBMITTALS = GATHERS | {
    Role.LEADER,
    Role.DEPUTY,
    Role.CLERK,
    Role.COUNCIL_SECRETARY,
    Role.INSPECTOR,
    Role.VISITOR,
}
# In which states a dossier waits for a role of the unit; what waits for the desk is told by the modules there.
WAITS_FOR = {Role.UNIT_HEAD: {S.AT_HEAD}, Role.UNIT_OFFICER: {S.DRAFT, S.RETURNED}}


def visible_to(actor: Actor) -> QuerySet[Dossier]:
    """Dossiers of units in scope (or received by the actor's own body), in the states his roles read."""
    if actor.is_system:
        return Dossier.objects.all()
    of_scope = Q(organisation__in=scope_ids(actor)) | Q(receiver=actor.organisation_id)
    return Dossier.objects.filter(of_scope, state__in=readable_states(actor))


def candidates_visible_to(actor: Actor) -> QuerySet[Candidate]:
    return Candidate.objects.filter(dossier__in=visible_to(actor)).select_related("dossier")


def live_candidates() -> QuerySet[Candidate]:
    """Everybody's, of files that were not withdrawn or refused: proposals that may yet lead, or have led, to an award."""
    return Candidate.objects.exclude(state__in=OUT).exclude(dossier__state__in=ENDED)


def found(rows: QuerySet[Dossier], words: str) -> QuerySet[Dossier]:
    """By number, title and unit: all words, in any order, without diacritics."""
    for word in search_words(words):
        rows = rows.filter(search__contains=word)
    return rows


def state_counts(rows: QuerySet[Dossier]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def for_list(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """With what a row of the list shows."""
    proposed = Candidate.objects.exclude(state=CandidateState.DROPPED)
    return rows.select_related("organisation", "period").annotate(n_candidates=counted(proposed, "dossier"))


def waiting_for(actor: Actor) -> QuerySet[Dossier]:
    """Dossiers that wait for the actor's own unit: to be finished, answered or approved."""
    states = set().union(*(WAITS_FOR.get(Role(role), set()) for role in actor.roles))
    return visible_to(actor).filter(state__in=states, organisation=actor.organisation_id)


def submittals_visible_to(actor: Actor) -> QuerySet[Submittal]:
    if actor.is_system:
        return Submittal.objects.all()
    if not actor.has(*READS_SUBMITTALS):
        return Submittal.objects.none()
    return Submittal.objects.filter(organisation__in=scope_ids(actor))
