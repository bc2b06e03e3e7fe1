"""What two tellers keyed from the ballots on paper, item by item, compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.modules.councils.ballots.count import Votes
from thidua.modules.councils.models import Attendance, Sitting, TellerCount, VotingWay

ON_PAPER = (VotingWay.PAPER, VotingWay.WRITTEN)


@dataclass(frozen=True, slots=True)
class Difference:
    """An item on which the tellers do not agree."""

    item_id: int
    first: Votes
    second: Votes


def on_paper(sitting: Sitting) -> list[Attendance]:
    """Members whose ballot or written opinion the tellers count."""
    rows = sitting.attendance.filter(way__in=ON_PAPER).exclude(way=VotingWay.PAPER, is_present=False)
    return list(rows.select_related("member"))


def votes_of(sitting: Sitting, teller: int) -> dict[int, Votes]:
    rows = TellerCount.objects.filter(item__sitting=sitting, teller=teller)
    return {row.item_id: Votes(row.n_in_favour, row.n_against, row.n_invalid) for row in rows}


def differences(first: dict[int, Votes], second: dict[int, Votes]) -> list[Difference]:
    both = sorted(first.keys() & second.keys())
    return [Difference(item, first[item], second[item]) for item in both if first[item] != second[item]]


def who_keyed(sitting: Sitting) -> dict[int, int]:
    """The person of each teller's number, once he has keyed."""
    rows: Iterable[tuple[int, int]] = TellerCount.objects.filter(item__sitting=sitting).values_list(
        "teller", "keyed_by"
    )
    return dict(rows)
