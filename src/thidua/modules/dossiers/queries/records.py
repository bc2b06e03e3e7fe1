"""What is known of the candidates of a list, in the shape the law reads."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from thidua.modules.dossiers.models import Candidate

Recipient = tuple[str, int]
KINDS = {"person": "individual", "collective": "collective", "household": "household"}


def recipient_of(candidate: Candidate) -> Recipient:
    """Which of the three it is, and its id."""
    for kind in KINDS:
        if pk := getattr(candidate, f"{kind}_id"):
            return kind, pk
    raise ValueError(candidate.pk)


def records_for(candidates: Iterable[Candidate], on: date) -> Mapping[Recipient, dict[str, Any]]:
    """One record for each recipient; a list that is absent is unknown."""
    return {recipient_of(candidate): {} for candidate in candidates}
