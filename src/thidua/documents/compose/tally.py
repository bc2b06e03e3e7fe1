"""Biên bản kiểm phiếu."""

from thidua.documents.compose.meetings import circumstances, ending, parts, voted
from thidua.documents.compose.parts import closed, minutes_head, paragraphs, sheet, signings
from thidua.documents.letters import BallotCount, Signature, TallyMinutes
from thidua.documents.sheet import Column, Row, Sheet, Table, Title


def count_table(counts: tuple[BallotCount, ...]) -> Table:
    columns = (
        Column("Loại phiếu", 5),
        Column("Phát ra", 2, "center"),
        Column("Thu về", 2, "center"),
        Column("Hợp lệ", 2, "center"),
        Column("Không hợp lệ", 2, "center"),
    )
    rows = (
        Row((c.name, str(c.n_issued), str(c.n_returned), str(c.n_valid), str(c.n_invalid))) for c in counts
    )
    return Table(columns, tuple(rows))


def of_tellers(letter: TallyMinutes) -> list[Signature]:
    """The head of the tellers signs last in the first row, at the right, where a chair signs."""
    posts = ["Trưởng ban kiểm phiếu", *["Thành viên"] * len(letter.tellers[1:])]
    named = zip(posts, letter.tellers, strict=False)
    signed = [Signature(authority=(post,), name=teller.name) for post, teller in named]
    signed[:2] = reversed(signed[:2])
    return [*signed, letter.chair] if letter.chair else signed


def tally_minutes(letter: TallyMinutes) -> Sheet:
    tellers = "; ".join(f"{t.name}, {t.post}" if t.post else t.name for t in letter.tellers)
    opening = (f"Ban kiểm phiếu: {tellers}.", f"Hình thức: {letter.ballot}.")
    content = parts(
        (
            ("THÀNH PHẦN", [*circumstances(letter.meeting), *paragraphs(opening)]),
            ("SỐ PHIẾU", [count_table(letter.counts)] if letter.counts else []),
            ("KẾT QUẢ KIỂM PHIẾU", voted(letter.groups)),
            ("KẾT THÚC", [ending(letter.meeting)]),
        )
    )
    title = Title("BIÊN BẢN", f"Kiểm phiếu của {letter.council}")
    blocks = [minutes_head(letter.head), title, *closed(content), signings(of_tellers(letter))]
    return sheet(letter.head, "Biên bản kiểm phiếu", blocks)
