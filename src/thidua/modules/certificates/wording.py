"""The words proposed for a certificate, from the line of the decision; each can be changed before it is proofed."""

from dataclasses import asdict, dataclass

from thidua.modules.decisions.api import certificate_merit
from thidua.modules.decisions.models import DecisionItem
from thidua.modules.dossiers.models import Candidate
from thidua.modules.register.models import Entry
from thidua.modules.rulebook import api as rulebook

FAMILY = "gia đình"
POSTHUMOUS = "Truy tặng"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is printed about the recipient."""

    verb: str
    award: str
    honorific: str
    name: str
    description: str
    merit: str

    def as_fields(self) -> dict[str, str]:
        return asdict(self)


def proposed(item: DecisionItem, entry: Entry) -> Wording:
    """As the decision says it, with the words of the register where it was corrected since."""
    candidate, found = item.granted, rulebook.honour(entry.honour)
    verb = "TRUY TẶNG" if candidate.is_posthumous else "TẶNG"
    return Wording(
        verb=f"{verb} DANH HIỆU" if found.nature == "title" else verb,
        award=found.name_vi,
        honorific=honorific_of(candidate, entry),
        name=entry.name,
        description=described(entry),
        merit=certificate_merit(candidate, entry.achievement),
    )


def honorific_of(candidate: Candidate, entry: Entry) -> str:
    """None for a collective; a household is addressed as the family of its head: “Gia đình ông”."""
    if candidate.collective_id:
        return ""
    if not candidate.household_id or entry.name.casefold().startswith((FAMILY, "hộ ")):
        return entry.honorific
    return f"Gia đình {entry.honorific.lower()}".strip()


def described(entry: Entry) -> str:
    unit = "" if entry.unit_name == entry.name else entry.unit_name
    return ", ".join(part for part in (entry.post, unit) if part)
