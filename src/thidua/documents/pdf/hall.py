"""Slides, name cards and the plan of the seats; none of them is edited, so there is no Word form."""

import json
from dataclasses import asdict

from thidua.documents.compose.codes import drawings
from thidua.documents.letters.hall import HallPaper, NameCards, SeatPlan, Slides
from thidua.documents.pdf.press import press

TEMPLATES = {Slides: "slides.typ", NameCards: "name_cards.typ", SeatPlan: "seats.typ"}


def hall_pdf(letter: HallPaper) -> bytes:
    content = asdict(letter) | {"day": f"{letter.day:%d/%m/%Y}"}
    if isinstance(letter, NameCards):
        codes = drawings(card.url for card in letter.cards)
        content["cards"] = [asdict(card) | {"code": next(codes)} for card in letter.cards]
    told = json.dumps(content, ensure_ascii=False)
    return press(TEMPLATES[type(letter)], {"hall": told}, letter.day)
