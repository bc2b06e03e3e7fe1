"""The digital signatures of a file, beside its name."""

from datetime import datetime
from typing import Any

from django import template

from thidua.modules.files.models import Outcome, SignatureReading, StoredFile

register = template.Library()
TONES = {Outcome.GOOD: "good", Outcome.CHANGED: "bad", Outcome.REVOKED: "bad", Outcome.UNREADABLE: "bad"}


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@register.inclusion_tag("files/_signatures.html")
def signatures(stored: StoredFile) -> dict[str, Any]:
    reading = SignatureReading.objects.filter(file=stored).first()
    if reading is None:
        return {"reading": None}
    signers = [
        one | {name: _instant(one.get(name)) for name in ("at", "revoked_at")} for one in reading.signers
    ]
    return {"reading": reading, "tone": TONES.get(Outcome(reading.outcome), "wait"), "signers": signers}
