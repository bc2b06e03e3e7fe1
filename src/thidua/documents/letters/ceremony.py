"""Kịch bản điều hành, danh sách ký nhận, giấy mời của lễ trao tặng."""

from dataclasses import dataclass

from thidua.documents.letters.oversight import PaperPart
from thidua.documents.letters.parts import Letterhead, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyPaper:
    """`kind` in capitals: KỊCH BẢN ĐIỀU HÀNH, DANH SÁCH KÝ NHẬN."""

    head: Letterhead
    kind: str
    about: str
    parts: tuple[PaperPart, ...]
    signature: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """To one person; `as_what` says in which quality: to receive an honour, or as a guest.

    `answer_at` is an address where he says whether he comes.
    """

    to: str
    as_what: str
    code: str
    answer_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitations:
    """One page for each, signed alike."""

    head: Letterhead
    occasion: str
    when: str
    where: str
    notes: tuple[str, ...]
    each: tuple[Invitation, ...]
    signature: Signature
