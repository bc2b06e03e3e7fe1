"""The digital signatures of a file, beside its name."""

from datetime import datetime
from typing import Any

from django import template

from thidua.modules.files.models import Outcome, SignatureReading, StoredFile

register = template.Library()
TONES = {Outcome.GOOD: "good", Outcome.CHANGED: "bad", Outcome.UNREADABLE: "bad"}


@register.inclusion_tag("files/_signatures.html")
def signatures(stored: StoredFile) -> dict[str, Any]:
    reading = SignatureReading.objects.filter(file=stored).first()
    if reading is None:
        return {"reading": None}
    signers = [
        one | {"at": datetime.fromisoformat(one["at"]) if one["at"] else None} for one in reading.signers
    ]
    return {"reading": reading, "tone": TONES.get(Outcome(reading.outcome), "wait"), "signers": signers}
