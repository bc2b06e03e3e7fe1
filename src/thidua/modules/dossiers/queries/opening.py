"""How a report opens, from what is known: a text to correct, not to trust."""

from typing import Any

from thidua.modules.dossiers.models import Candidate
from thidua.modules.register.models import Entry
from thidua.modules.rulebook import api as rulebook


def opening(candidate: Candidate) -> dict[str, str]:
    """For a report that nobody has written yet: who it is, and the commendations in the register."""
    return {"background": _background(candidate), "honours": _received(candidate)}


def _background(candidate: Candidate) -> str:
    person = candidate.person
    lines = [("Họ và tên", candidate.name) if person else ("Tên", candidate.name)]
    if person:
        born = f"{person.born_on:%d/%m/%Y}" if person.born_on else str(person.birth_year or "")
        lines += [
            ("Ngày, năm sinh", born),
            ("Giới tính", person.get_sex_display()),
            ("Nơi ở", person.address),
        ]
    lines += [("Chức vụ", candidate.post), ("Đơn vị", candidate.unit_name)]
    return "\n".join(f"- {label}: {text}" for label, text in lines if text)


def _received(candidate: Candidate) -> str:
    kinds = ("person", "collective", "household")
    named: dict[str, Any] = {
        kind: getattr(candidate, f"{kind}_id") for kind in kinds if getattr(candidate, f"{kind}_id")
    }
    entries = Entry.objects.filter(**named, act="grant", later__isnull=True).order_by("year", "pk")
    return "\n".join(_line(entry) for entry in entries)


def _line(entry: Entry) -> str:
    said = f"- Năm {entry.year}: {rulebook.honour(entry.honour).name_vi}"
    if entry.decision_number:
        said += f", Quyết định số {entry.decision_number}"
    if entry.decided_on:
        said += f" ngày {entry.decided_on:%d/%m/%Y}"
    return f"{said} của {entry.decided_by}" if entry.decided_by else said
