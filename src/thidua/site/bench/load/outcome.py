"""What councils voted and authorities decided, and what has been told of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from thidua.modules.councils.models import AgendaItem, Attendance, Council, Member, Sitting
from thidua.modules.decisions.models import Decision, DecisionItem
from thidua.modules.notices.models import Notice
from thidua.modules.papers.models import SigningAuthority
from thidua.site.bench.load.rows import bare, fill
from thidua.site.bench.load.size import Size
from thidua.site.bench.load.tree import COMMUNE, PROVINCE

MEMBERS = 9
COMMUNES = "(SELECT DISTINCT commune_n AS n, commune_id AS id, commune AS name FROM bench_units) c"


def load_outcome(size: Size, now: datetime) -> None:
    with bare([Council, Member, Sitting, Attendance, AgendaItem, Decision, DecisionItem, SigningAuthority]):
        _councils(size)
        _decisions(size)
    _notices(now)


def _councils(size: Size) -> None:
    fill(
        Council,
        COMMUNES,
        id="c.n + 1",
        organisation_id="c.id",
        name="'Hội đồng Thi đua, Khen thưởng ' || c.name",
        decision="'01/QĐ-UBND'",
        since="date '2025-07-01'",
    )
    fill(
        Member,
        f"{COMMUNES} CROSS JOIN generate_series(1, {MEMBERS}) AS k(k)",
        id=f"c.n * {MEMBERS} + k.k",
        council_id="c.n + 1",
        name="'Ủy viên ' || k.k || ' ' || c.name",
        post="'Ủy viên UBND'",
        role="CASE k.k WHEN 1 THEN 'chair' WHEN 2 THEN 'secretary' ELSE 'member' END",
        since="date '2025-07-01'",
    )
    _sittings(size)


def _sittings(size: Size) -> None:
    """Sitting s belongs to commune s modulo their number; lists go to one of their commune's."""
    rounds = max(1, size.sittings // size.communes)
    fill(
        Sitting,
        f"{COMMUNES} CROSS JOIN generate_series(0, {rounds - 1}) AS r(r)",
        id=f"1 + c.n + {size.communes} * r.r",
        council_id="c.n + 1",
        organisation_id="c.id",
        title="'Phiên họp đợt ' || r.r + 1 || ' ' || c.name",
        state="'closed'",
        held_on="current_date - (r.r * 60 + c.n % 50)::int",
        quorum_numerator="70",
        quorum_denominator="100",
        quorum_is_over="false",
        quorum_basis="'Quy chế hoạt động của Hội đồng'",
        recusals_confirmed="true",
    )
    fill(
        Attendance,
        "councils_sitting s JOIN councils_member m ON m.council_id = s.council_id",
        sitting_id="s.id",
        member_id="m.id",
    )
    fill(
        AgendaItem,
        "bench_candidates c WHERE c.dossier_state IN ('voted', 'decided')",
        sitting_id=f"1 + c.commune_n + {size.communes} * (c.d % {rounds})",
        candidate_id="c.id",
        place="c.k",
        share_numerator="80",
        share_denominator="100",
        share_is_over="false",
        share_basis="'Nghị định 152/2025/NĐ-CP'",
        n_in_favour="8",
        n_against="1",
        n_invalid="0",
        result="CASE WHEN c.state IN ('failed', 'not_granted') THEN 'failed' ELSE 'passed' END",
    )


def _decisions(size: Size) -> None:
    rounds = max(1, size.decisions // size.communes)
    fill(
        SigningAuthority,
        COMMUNES,
        id="c.n + 1",
        organisation_id="c.id",
        name="'Người ký ' || c.name",
        head_post="'CHỦ TỊCH'",
        since="date '2025-07-01'",
    )
    signed = "CASE WHEN r.r > 0 THEN current_date - (r.r * 50 + c.n % 40)::int END"
    fill(
        Decision,
        f"{COMMUNES} CROSS JOIN generate_series(0, {rounds - 1}) AS r(r)",
        id=f"1 + c.n + {size.communes} * r.r",
        organisation_id="c.id",
        title="'Về việc khen thưởng đợt ' || r.r + 1 || ' năm ' || 2026 - r.r % 5",
        state="CASE WHEN r.r = 0 THEN 'draft' ELSE 'in_force' END",
        number=f"CASE WHEN r.r > 0 THEN 1 + c.n + {size.communes} * r.r END",
        signed_on=signed,
        in_force_on=signed,
        signer_id="CASE WHEN r.r > 0 THEN c.n + 1 END",
        authority="'CHỦ TỊCH ỦY BAN NHÂN DÂN ' || upper(c.name)",
        made_at="now() - interval '50 days' * r.r - interval '1 minute' * c.n",
        search="'ve viec khen thuong dot ' || r.r + 1 || ' nam ' || 2026 - r.r % 5",
    )
    fill(
        DecisionItem,
        f"bench_candidates c WHERE c.state = 'granted' AND c.d % {rounds} > 0",
        decision_id=f"1 + c.commune_n + {size.communes} * (c.d % {rounds})",
        place="row_number() OVER (PARTITION BY c.commune_n, c.d % 100 ORDER BY c.id)",
        candidate_id="c.id",
        entry_id="c.id",
        prize="1000000",
        prize_basis="'Theo mức quy định'",
    )


def _notices(now: datetime) -> None:
    fill(
        Notice,
        f"""accounts_user u CROSS JOIN generate_series(1, 300) AS k(k)
            WHERE u.username IN ('{PROVINCE}', '{COMMUNE}')""",
        user_id="u.id",
        organisation_id="(SELECT g.organisation_id FROM organisations_grant g WHERE g.user_id = u.id LIMIT 1)",
        text="'Hồ sơ số ' || k.k || ' đã được tiếp nhận.'",
        effect="'bench:' || u.id || ':' || k.k",
        written_at=f"timestamptz '{(now - timedelta(days=1)).isoformat()}' - interval '1 hour' * k.k",
        read_at="CASE WHEN k.k > 20 THEN now() END",
    )
