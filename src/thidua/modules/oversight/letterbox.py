"""What a letter says, sealed in the database: opened only for those who may read it."""

import json
from dataclasses import asdict, dataclass, field

from thidua.foundation import keys
from thidua.foundation.audit import acting
from thidua.foundation.keys import on_rotation
from thidua.modules.oversight.models import Complaint


@dataclass(slots=True)
class Words:
    """`notes`: what was said at each step, oldest first."""

    sender: str = ""
    contact: str = ""
    content: str = ""
    verified: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)


def _place(row: Complaint) -> str:
    return f"complaint/{row.organisation_id}/{row.code}"


def seal(row: Complaint, words: Words) -> None:
    """The caller saves."""
    plain = json.dumps(asdict(words), ensure_ascii=False).encode()
    row.sealed = keys.encrypt("field", plain, place=_place(row))


def opened(row: Complaint) -> Words:
    told = json.loads(keys.decrypt(bytes(row.sealed), place=_place(row)))
    return Words(**(told | {"notes": [(step, text) for step, text in told["notes"]]}))


@on_rotation("oversight.letters")
def reseal(batch: int) -> int:
    """Seal again up to `batch` letters that older keys hold."""
    old = [row for row in Complaint.objects.order_by("pk") if not keys.is_current(bytes(row.sealed))][:batch]
    with acting(None, action="oversight.reseal_letters"):
        for row in old:
            seal(row, opened(row))
            row.save(update_fields=["sealed"])
    return len(old)
