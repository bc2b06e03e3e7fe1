"""Who a candidate is, as it stands on this day: later changes of post or unit do not change the file."""

from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.dossiers.queries.recipients import RecipientRow
from thidua.modules.people.models import Collective, Household, Person


def freeze(dossier: Dossier, kind: str, row: RecipientRow) -> Candidate:
    candidate = Candidate(dossier=dossier)
    setattr(candidate, kind, row)
    copy_into(candidate, row)
    return candidate


def copy_into(candidate: Candidate, row: RecipientRow) -> None:
    """Name, post, unit, position and natures as they are now."""
    match row:
        case Person():
            candidate.name, candidate.honorific = row.name, row.honorific
            candidate.post, candidate.position = row.post, row.position
            candidate.status_group, candidate.natures = row.status_group, list(row.natures)
            candidate.is_posthumous = row.died_on is not None
        case Collective():
            candidate.name, candidate.status_group = row.name, row.status_group
        case Household():
            candidate.name, candidate.honorific = row.head_name, "gia đình"
    candidate.unit_name = row.organisation.name
