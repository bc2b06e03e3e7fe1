"""Tiền thưởng, biểu quyết, thẩm quyền: three questions to the law that need no record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thidua.foundation.screens import Request
from thidua.kernel.errors import Cannot
from thidua.modules.rulebook.calculations import powers, prizes, votes
from thidua.modules.rulebook.calculations.form import CalculationForm
from thidua.modules.rulebook.views.lookup import frame_for
from thidua.modules.rulebook.views.public import calculates, refusal


@dataclass(frozen=True, slots=True)
class Calculation:
    form: type[CalculationForm]
    answer: Callable[[Any], object]
    template: str


CALCULATIONS = {
    "prize": Calculation(prizes.PrizeForm, prizes.answer, "rulebook/calculations/prize.html"),
    "votes": Calculation(votes.VotesForm, votes.answer, "rulebook/calculations/votes.html"),
    "powers": Calculation(powers.PowersForm, powers.answer, "rulebook/calculations/powers.html"),
}


@calculates
def calculation(request: Request, what: str) -> HttpResponse:
    """The form, and below it what the law answers. Nothing of it is kept."""
    chosen = CALCULATIONS[what]
    refused = refusal(request)
    data = request.POST if request.method == "POST" and not refused else None
    form = chosen.form(data, today=request.today)
    is_more = data is not None and "them" in data
    context = {
        "frame": frame_for(request),
        "form": form,
        "here": request.path,
        "refused": refused,
        "result": _answer(chosen, form) if data is not None and not is_more and form.is_valid() else None,
        "is_more": is_more,
    }
    return render(request, chosen.template, context, status=429 if refused else 200)


def _answer(chosen: Calculation, form: CalculationForm) -> object | None:
    """The law's refusal stands at the day or the honour that it is about."""
    try:
        return chosen.answer(form)
    except Cannot as cannot:
        form.add_error("ngay" if cannot.field == "on" else None, str(cannot))
        return None
