"""Danh sách soát chính tả before certificates are printed."""

from dataclasses import dataclass

from thidua.documents.letters.parts import Letterhead, NomineeGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofList:
    """What will be printed for a unit's recipients; its head signs that all of it is right.

    `decision` as in "Quyết định số 12/QĐ-UBND ngày … của …"; whoever signs writes day and name.
    """

    head: Letterhead
    decision: str
    groups: tuple[NomineeGroup, ...]
