"""The prize of each recipient, by the law of the day of the decision."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Literal

from thidua.kernel.errors import Cannot
from thidua.law import Book, PrizeItem, PrizeLine, prize
from thidua.modules.decisions.models import DecisionItem
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import api as rulebook
from thidua.modules.rulebook.api import book, level_of

BASIS_LENGTH = 300


def kind_of(candidate: Candidate) -> Literal["individual", "collective", "household"]:
    if candidate.person_id:
        return "individual"
    return "collective" if candidate.collective_id else "household"


def _recipient(item: DecisionItem) -> tuple[int | None, int | None, int | None]:
    candidate = item.granted
    return candidate.person_id, candidate.collective_id, candidate.household_id


def _counted_years(candidate: Candidate) -> tuple[int, int] | None:
    """The years whose merit the honour rewards; titles for the same years are paid once."""
    period, found = candidate.dossier.period, rulebook.honour(candidate.honour)
    if period is None or not found.is_yearly:
        return None
    return (period.year - found.years + 1, period.year)


def _prize_item(item: DecisionItem, issuer: str) -> PrizeItem:
    candidate = item.granted
    return PrizeItem(candidate.honour, kind_of(candidate), _counted_years(candidate), issuer)


def _basis(line: PrizeLine) -> str:
    return f"{line.reason_vi} ({line.cites[0].label_vi()})"[:BASIS_LENGTH]


def _price(by: Book, items: list[DecisionItem], issuer: str, on: date) -> None:
    """Set the prizes of one recipient; where the law at hand names none, say so instead of a number."""
    try:
        total = prize(by, [_prize_item(item, issuer) for item in items], on)
    except Cannot as refusal:
        for item in items:
            item.prize, item.prize_basis = None, str(refusal)[:BASIS_LENGTH]
        return
    for item, line in zip(items, total.lines, strict=True):
        item.prize = line.amount if line.paid else 0
        item.prize_basis = _basis(line)


def set_prizes(items: Iterable[DecisionItem], organisation: Organisation, on: date) -> None:
    """Compute and set `prize` and `prize_basis`; the caller saves."""
    by_recipient: dict[tuple[int | None, ...], list[DecisionItem]] = defaultdict(list)
    for item in items:
        by_recipient[_recipient(item)].append(item)
    by = book(organisation, on)
    for one in by_recipient.values():
        _price(by, one, level_of(organisation), on)


def reprice(items: list[DecisionItem], on: date) -> None:
    if items:
        set_prizes(items, items[0].decision.organisation, on)
        DecisionItem.objects.bulk_update(items, ["prize", "prize_basis"])
