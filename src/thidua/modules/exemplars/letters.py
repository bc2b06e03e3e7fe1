"""Thư khen as a plain letter, and the words it starts from. A paper is Vietnamese whatever the language of the screen."""

from datetime import date

from thidua.documents.letters import PraiseLetter
from thidua.documents.wording import legal_day
from thidua.modules.exemplars.models import Exemplar, ExemplarKind
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import letterhead, signature
from thidua.modules.papers.models import SigningAuthority

ADDRESSED = {
    ExemplarKind.PERSON: "Ông (bà) {name}",
    ExemplarKind.COLLECTIVE: "{name}",
    ExemplarKind.HOUSEHOLD: "Gia đình ông (bà) {name}",
}


def addressee(exemplar: Exemplar) -> str:
    return ADDRESSED[ExemplarKind(exemplar.kind)].format(name=exemplar.name)


def proposed_text(exemplar: Exemplar) -> str:
    """What an officer starts from; all of it can be changed."""
    deed = " ".join(exemplar.deed.split()).rstrip(".")
    return (
        f"Tôi được biết việc làm tốt {legal_day(exemplar.deed_on)}, tại {exemplar.deed_place}: {deed}.\n"
        "Tôi trân trọng biểu dương và cảm ơn việc làm đáng quý đó; mong rằng nghĩa cử này tiếp tục được phát huy và "
        "lan tỏa.\n"
        "Chúc sức khỏe, hạnh phúc và thành công."
    )


def praise_letter(
    body: Organisation, *, to: str, text: str, signer: SigningAuthority | None, on: date
) -> PraiseLetter:
    return PraiseLetter(
        head=letterhead(body, on, day=on),
        to=to,
        paragraphs=tuple(line.strip() for line in text.splitlines() if line.strip()),
        signature=signature(signer),
    )
