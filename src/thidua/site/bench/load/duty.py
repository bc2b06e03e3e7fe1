"""Tips, proposals and words of every unit in the months of the year, for the board and the lists of tips."""

from __future__ import annotations

from datetime import date, datetime

from thidua.modules.dossiers.models import Dossier
from thidua.modules.duty.models import EmptyMonth
from thidua.modules.exemplars.models import Tip
from thidua.site.bench.load.rows import bare, fill, run

# Two tips for each unit and month; a third of the months with a word, a third with a proposal.
MONTHS = "(SELECT u.*, m, make_date({year}, m::int, 1) AS first FROM bench_units u, generate_series(1, {last}) m) x"


def load_duty(now: datetime) -> None:
    months = MONTHS.format(year=now.year, last=now.month)
    with bare([Tip, EmptyMonth]):
        fill(
            Tip,
            f"{months}, generate_series(1, 2) k",
            organisation_id="x.id",
            source="'public'",
            deed="'Nhặt được của rơi, trả lại người mất (' || x.n || ')'",
            place="'Chợ'",
            deed_on="x.first",
            told_on="x.first",
            told_at="x.first::timestamptz",
            state="'new'",
            search="'nhat duoc cua roi tra lai nguoi mat ' || x.folded",
        )
        fill(
            EmptyMonth,
            f"{months}, unnest(ARRAY['own', 'upward']) AS side WHERE (x.n + x.m) % 3 = 0",
            organisation_id="x.id",
            month="x.first",
            side="side",
            reason="'Chưa có trường hợp nổi bật'",
            said_on="x.first",
        )
    _some_are_feats(date(now.year, 1, 1))


def _some_are_feats(since: date) -> None:
    """A third of what was sent this year was discovered, not part of the yearly round."""
    table = Dossier._meta.db_table
    with bare([Dossier]):
        run(
            f"UPDATE {table} SET ground = 'sudden', deed_on = sent_on WHERE sent_on >= %s AND mod(id, 3) = 0",
            [since],
        )
