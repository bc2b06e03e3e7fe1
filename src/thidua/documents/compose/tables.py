"""The tables of names and of votes."""

from collections.abc import Iterable, Sequence

from thidua.documents.letters import AwardGroup, Nominee, NomineeGroup, NomineeKind, VotedGroup, VoteLine
from thidua.documents.sheet import Column, Row, Table
from thidua.documents.wording import capitalised, counted, share
from thidua.kernel.money import dong

NAMED = {
    NomineeKind.INDIVIDUAL: "họ và tên",
    NomineeKind.COLLECTIVE: "tên tập thể",
    NomineeKind.HOUSEHOLD: "hộ gia đình",
}
NUMBER = Column("TT", 0.9, "center")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def roman(place: int) -> str:
    """1 → "I"; a list with more than twelve honours counts on in figures."""
    return ROMAN[place - 1] if place <= len(ROMAN) else str(place)


def addressed(nominee: Nominee) -> str:
    return f"{nominee.honorific} {nominee.name}".strip()


def post_and_unit(nominee: Nominee) -> str:
    return ", ".join(part for part in (nominee.post, nominee.unit) if part)


def band(place: int, group: NomineeGroup | AwardGroup, n_columns: int) -> Row:
    text = f"{roman(place)}. {capitalised(group.honour)} ({counted(group.nominees)})"
    return Row((text, *[""] * (n_columns - 1)), band=True)


def _who(nominees: Iterable[Nominee]) -> tuple[Column, Column, Column]:
    """The columns that say who is meant, headed by the kinds that there are."""
    found = {nominee.kind for nominee in nominees}
    named = ", ".join(name for kind, name in NAMED.items() if kind in found)
    return NUMBER, Column(capitalised(named), 5.5), Column("Chức vụ, đơn vị, địa chỉ", 8)


def nominee_table(groups: Sequence[NomineeGroup]) -> Table:
    """Names under a band per honour, numbered within it; merit and note only where there are any."""
    everybody = [nominee for group in groups for nominee in group.nominees]
    has_merit = any(nominee.merit for nominee in everybody)
    has_note = any(nominee.note for nominee in everybody)
    columns = [*_who(everybody)]
    columns += [Column("Tóm tắt thành tích", 7)] if has_merit else []
    columns += [Column("Ghi chú", 3)] if has_note else []
    rows: list[Row] = []
    for place, group in enumerate(groups, 1):
        rows.append(band(place, group, len(columns)))
        rows += [
            Row(_nominee_cells(n, nominee, has_merit=has_merit, has_note=has_note))
            for n, nominee in enumerate(group.nominees, 1)
        ]
    return Table(tuple(columns), tuple(rows))


def _nominee_cells(place: int, nominee: Nominee, *, has_merit: bool, has_note: bool) -> tuple[str, ...]:
    cells = [str(place), addressed(nominee), post_and_unit(nominee)]
    cells += [nominee.merit] if has_merit else []
    cells += [nominee.note] if has_note else []
    return tuple(cells)


def award_table(nominees: Sequence[Nominee]) -> Table:
    """The annex of a decision; with a column of money, and its sum, where prizes are given."""
    has_prize = any(nominee.prize is not None for nominee in nominees)
    columns = [*_who(nominees)]
    columns += [Column("Mức tiền thưởng", 2.7, "right")] if has_prize else []
    rows = [Row(_award_cells(n, one, has_prize=has_prize)) for n, one in enumerate(nominees, 1)]
    return Table(tuple(columns), (*rows, *_total(nominees, has_prize=has_prize)))


def _award_cells(place: int, nominee: Nominee, *, has_prize: bool) -> tuple[str, ...]:
    cells = (str(place), addressed(nominee), post_and_unit(nominee))
    return (*cells, _prize(nominee.prize)) if has_prize else cells


def _prize(amount: int | None) -> str:
    return "" if amount is None else dong(amount)


def _total(nominees: Iterable[Nominee], *, has_prize: bool) -> tuple[Row, ...]:
    if not has_prize:
        return ()
    total = sum(nominee.prize or 0 for nominee in nominees)
    return (Row(("", "Cộng", "", dong(total))),)


def vote_table(group: VotedGroup) -> Table:
    has_blank = any(line.n_blank for line in group.lines)
    columns = [NUMBER, Column("Họ và tên, tên tập thể", 6), Column("Đồng ý", 2, "center")]
    columns.append(Column("Không đồng ý", 2, "center"))
    columns += [Column("Không hợp lệ, ý kiến khác", 2.4, "center")] if has_blank else []
    columns += [Column("Tỷ lệ đồng ý", 2, "center"), Column("Kết quả", 3)]
    rows = [
        Row(_vote_cells(n, line, group.n_voters, has_blank=has_blank))
        for n, line in enumerate(group.lines, 1)
    ]
    return Table(tuple(columns), tuple(rows))


def _vote_cells(place: int, line: VoteLine, n_voters: int, *, has_blank: bool) -> tuple[str, ...]:
    unit = f" ({line.nominee.unit})" if line.nominee.unit else ""
    cells = [str(place), addressed(line.nominee) + unit, str(line.n_for), str(line.n_against)]
    cells += [str(line.n_blank)] if has_blank else []
    result = "Đạt" if line.passed else "Không đạt"
    shown = f"{result}. {line.note}" if line.note else result
    return (*cells, share(line.n_for, n_voters), shown)
