"""Slides, name cards and the plan of the seats; none of them is edited, so there is no Word form."""

import json
from dataclasses import asdict

from thidua.documents.compose.certificate import qr_code
from thidua.documents.letters.hall import HallPaper, NameCards, SeatPlan, Slides
from thidua.documents.pdf.press import press

TEMPLATES = {Slides: "slides.typ", NameCards: "name_cards.typ", SeatPlan: "seats.typ"}


def hall_pdf(letter: HallPaper) -> bytes:
    content = asdict(letter) | {"day": f"{letter.day:%d/%m/%Y}"}
    if isinstance(letter, NameCards):
        content["cards"] = [
            asdict(card) | {"code": qr_code(card.url, "svg").decode()} for card in letter.cards
        ]
    told = json.dumps(content, ensure_ascii=False)
    return press(TEMPLATES[type(letter)], {"hall": told}, letter.day)
