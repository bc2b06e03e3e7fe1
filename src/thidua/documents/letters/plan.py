"""Kế hoạch phát động phong trào thi đua."""

from dataclasses import dataclass

from thidua.documents.letters.oversight import PaperPart
from thidua.documents.letters.parts import Letterhead, Recipients, Signature

TO_ALL = Recipients(copies=("Các đơn vị thực hiện",))


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchPlan:
    """`subject` stands under the title; `opening` says by which law and why the body issues it."""

    head: Letterhead
    subject: str
    opening: tuple[str, ...]
    parts: tuple[PaperPart, ...]
    signature: Signature
    recipients: Recipients = TO_ALL
