"""The work of several years: dossiers in every state, their appraisal, opinions, votes and decisions."""

from __future__ import annotations

from datetime import datetime

from thidua.modules.appraisal.models import Appraisal, CandidateFinding, ChecklistItem
from thidua.modules.consultations.models import Consultation
from thidua.modules.dossiers.models import (
    AchievementReport,
    Candidate,
    Dossier,
    Evidence,
    Flag,
    MeetingVote,
    Remark,
    Submittal,
    UnitMeeting,
)
from thidua.site.bench.load.crowd import name_of_person
from thidua.site.bench.load.rows import bare, fill, run
from thidua.site.bench.load.size import Size

OPEN = (
    "draft",
    "at_head",
    "sent",
    "returned",
    "appraisal",
    "appraisal",
    "appraised",
    "council",
    "voted",
    "forwarded",
    "withdrawn",
    "refused",
)
BEFORE_SENDING = "('draft', 'at_head', 'withdrawn')"
CANDIDATE_STATE = """CASE d.state WHEN 'decided' THEN CASE WHEN k % 12 = 11 THEN 'not_granted' ELSE 'granted' END
    WHEN 'appraised' THEN 'agreed' WHEN 'council' THEN 'agreed'
    WHEN 'voted' THEN CASE WHEN k % 12 = 11 THEN 'failed' ELSE 'passed' END ELSE 'proposed' END"""


def load_work(size: Size, now: datetime) -> None:
    _choose(size, now)
    dossiers = [
        Submittal,
        Dossier,
        Candidate,
        AchievementReport,
        Evidence,
        UnitMeeting,
        MeetingVote,
        Remark,
        Flag,
    ]
    with bare([*dossiers, Appraisal, ChecklistItem, CandidateFinding, Consultation]):
        _dossiers(size)
        _candidates(size)
        _papers()
        _meetings()
        _appraisals()
        _consultations()


def _choose(size: Size, now: datetime) -> None:
    """One dossier in twelve is open, and then of the last six weeks; one in a hundred is as long as they come."""
    states = "ARRAY['" + "','".join(OPEN) + "']"
    run("DROP TABLE IF EXISTS bench_dossiers")
    run(
        f"""CREATE TEMP TABLE bench_dossiers AS
        SELECT d.d, u.n AS unit_n, u.id AS unit_id, u.name AS unit_name, u.folded, u.year_kind, u.commune_id, u.commune_n,
               u.commune, CASE WHEN d.d % 12 = 1 THEN ({states})[1 + d.d / 12 % {len(OPEN)}] ELSE 'decided' END AS state,
               CASE WHEN d.d % 100 = 1 THEN {size.longest_dossier} ELSE least(2 + d.d % 5, {size.longest_dossier}) END AS n_candidates,
               d.at, d.at::date AS day, extract(year FROM d.at)::int AS year
        FROM (
            SELECT d, pg_temp.pick(d, 41, {size.units}) AS unit_n,
                   timestamptz '{now.isoformat()}' - CASE WHEN d % 12 = 1 THEN interval '1 minute' * pg_temp.pick(d, 42, 60000)
                       ELSE interval '6 years' * (1 - d::float / {size.dossiers}) END AS at
            FROM generate_series(1, {size.dossiers}) AS d
        ) d JOIN bench_units u ON u.n = d.unit_n"""
    )


def _dossiers(size: Size) -> None:
    fill(
        Submittal,
        f"""generate_series(1, {max(2, size.dossiers // 40)}) AS i(i)
            JOIN bench_books b ON b.m = 0
            JOIN organisations_organisation o ON o.id = b.commune_id AND o.kind = 'commune'
            WHERE (i.i + o.id) % {size.communes} = 0""",
        id="i.i",
        code="'TT-' || i.i",
        organisation_id="o.id",
        addressed_to="'Chủ tịch UBND ' || o.name",
        title="'Tờ trình về việc khen thưởng đợt ' || i.i",
        made_at="now() - interval '1 day' * (i.i % 900)",
    )
    sent = f"CASE WHEN d.state NOT IN {BEFORE_SENDING} THEN d.day END"
    fill(
        Dossier,
        "bench_dossiers d JOIN organisations_period p ON p.kind = d.year_kind AND p.year = d.year",
        id="d.d",
        code="'HS-' || d.year || '-' || lpad(d.d::text, 6, '0')",
        title="'Đề nghị khen thưởng ' || p.label || ', ' || d.unit_name",
        organisation_id="d.unit_id",
        receiver_id="d.commune_id",
        period_id="p.id",
        state="d.state",
        approved_on=sent,
        sent_on=sent,
        made_at="d.at",
        changed_at="d.at",
        search="'hs-' || d.year || '-' || lpad(d.d::text, 6, '0') || ' de nghi khen thuong nam ' || d.year || ' ' || d.folded",
    )


def _candidates(size: Size) -> None:
    """The first of a list is the unit itself, every fifth person is proposed for the higher title."""
    per_unit = size.people // size.units
    run("DROP TABLE IF EXISTS bench_candidates")
    run(
        f"""CREATE TEMP TABLE bench_candidates AS
        SELECT row_number() OVER (ORDER BY d.d, k) AS id, d.d, k, d.unit_n, d.unit_name, d.state AS dossier_state, d.commune_n,
               {CANDIDATE_STATE} AS state, d.unit_n + {size.units} * (1 + (d.d * 13 + k) % {per_unit - 1}) AS p
        FROM bench_dossiers d CROSS JOIN LATERAL generate_series(1, d.n_candidates) AS k"""
    )
    run("CREATE INDEX ON bench_candidates (d)")
    run("ANALYZE bench_candidates")
    fill(
        Candidate,
        f"bench_candidates c JOIN bench_names m ON m.n = {name_of_person('c.p')}",
        id="c.id",
        dossier_id="c.d",
        person_id="CASE WHEN c.k > 1 THEN c.p END",
        collective_id="CASE WHEN c.k = 1 THEN c.unit_n * 4 + 1 END",
        honour="CASE WHEN c.k = 1 THEN 'TTLDTT' WHEN c.k % 5 = 0 THEN 'CSTDCS' ELSE 'LDTT' END",
        place="c.k",
        state="c.state",
        name="CASE WHEN c.k = 1 THEN c.unit_name ELSE m.name END",
        honorific="CASE WHEN c.k = 1 THEN '' WHEN m.is_female THEN 'Bà' ELSE 'Ông' END",
        unit_name="c.unit_name",
        position="CASE WHEN c.k > 1 THEN 'direct_worker' ELSE '' END",
        status_group="'public_employee'",
        achievement="'Đã có thành tích xuất sắc trong phong trào thi đua'",
    )


def _papers() -> None:
    text = "repeat('Hoàn thành tốt nhiệm vụ được giao, có sáng kiến đem lại hiệu quả. ', 8)"
    fill(
        AchievementReport,
        "bench_candidates c WHERE c.k > 1",
        candidate_id="c.id",
        sections=f"jsonb_build_object('background', '', 'results', {text})",
        version="1",
        saved_at="now()",
    )
    fill(
        Evidence,
        "bench_candidates c WHERE c.k % 3 = 0",
        dossier_id="c.d",
        candidate_id="c.id",
        code="'initiative'",
        label="'Giấy chứng nhận sáng kiến'",
        link="'https://example.org/' || c.id",
    )
    fill(
        Remark,
        "bench_dossiers d WHERE d.d % 3 = 1",
        dossier_id="d.d",
        step="'return'",
        text="'Đề nghị bổ sung minh chứng.'",
        said_at="d.at",
    )
    fill(
        Flag,
        "bench_dossiers d WHERE d.d % 3 = 1",
        dossier_id="d.d",
        field="'evidence'",
        note="'Bổ sung giấy chứng nhận sáng kiến'",
        raised_at="d.at",
        cleared_at="CASE WHEN d.state <> 'returned' THEN d.at END",
    )


def _meetings() -> None:
    fill(
        UnitMeeting,
        "bench_dossiers d",
        id="d.d",
        dossier_id="d.d",
        held_on="d.day",
        place="'Phòng họp'",
        chair="'Người chủ trì'",
        secretary="'Người ghi'",
        n_called="40",
        n_present="38",
    )
    fill(
        MeetingVote,
        "bench_candidates c",
        meeting_id="c.d",
        candidate_id="c.id",
        n_in_favour="36",
        n_against="2",
    )


def _appraisals() -> None:
    received = "bench_dossiers d WHERE d.state IN ('appraisal', 'appraised', 'council', 'voted', 'decided', 'returned')"
    fill(
        Appraisal,
        received,
        id="d.d",
        dossier_id="d.d",
        organisation_id="d.commune_id",
        state="CASE d.state WHEN 'appraisal' THEN 'open' WHEN 'returned' THEN 'waiting' ELSE 'concluded' END",
        received_on="d.day",
        n_days="15",
        days_basis="'Nghị định 152/2025/NĐ-CP'",
        due_on="CASE WHEN d.state <> 'returned' THEN d.day + 21 END",
        concluded_on="CASE WHEN d.state NOT IN ('appraisal', 'returned') THEN d.day + 14 END",
    )
    examined = "bench_candidates c JOIN appraisal_appraisal a ON a.dossier_id = c.d"
    fill(
        ChecklistItem,
        f"{examined} CROSS JOIN generate_series(1, 4) AS k(k)",
        appraisal_id="a.id",
        candidate_id="c.id",
        code="'item' || k.k",
        label="'Nội dung thẩm định số ' || k.k",
        result="CASE WHEN a.state = 'open' THEN 'open' ELSE 'met' END",
    )
    fill(
        CandidateFinding,
        f"{examined} WHERE a.state = 'concluded'",
        appraisal_id="a.id",
        candidate_id="c.id",
        finding="'put_forward'",
    )


def _consultations() -> None:
    asked = "d.state IN ('appraisal', 'appraised', 'council', 'voted')"
    fill(
        Consultation,
        f"""bench_dossiers d CROSS JOIN LATERAL (
            SELECT id, name FROM organisations_organisation WHERE kind = 'department' ORDER BY id LIMIT 1
        ) b WHERE d.d % 4 = 0 OR {asked}""",
        dossier_id="d.d",
        organisation_id="d.commune_id",
        body_id="b.id",
        body_name="b.name",
        question="'Đề nghị cho ý kiến về việc chấp hành pháp luật.'",
        state=f"CASE WHEN {asked} THEN 'asked' ELSE 'answered' END",
        letter_number="d.d || '/UBND-VX'",
        asked_on="d.day",
        due_on="d.day + 10",
        replied_on=f"CASE WHEN NOT ({asked}) THEN d.day + 7 END",
        opinion=f"CASE WHEN {asked} THEN '' ELSE 'agrees' END",
        made_at="d.at",
    )
