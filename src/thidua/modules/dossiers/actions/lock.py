"""Locks are taken in one order: the dossier, then its candidates by id."""

from thidua.modules.dossiers.models import Candidate, Dossier


def locked(dossier: Dossier) -> Dossier:
    """The row as it is now, held to the end of the transaction; before any of its candidates."""
    rows = Dossier.objects.select_for_update(of=("self",)).select_related(
        "period", "organisation", "receiver"
    )
    return rows.get(pk=dossier.pk)


def locked_candidate(candidate: Candidate) -> Candidate:
    """The candidate as it is now, with its dossier, both held."""
    dossier = locked(candidate.dossier)
    held = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    held.dossier = dossier
    return held
