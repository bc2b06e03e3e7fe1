"""The register: books of today's and of former bodies, entries of two decades, corrections and revocations."""

from __future__ import annotations

from thidua.kernel.text import fold
from thidua.law import catalogue
from thidua.modules.register.models import Chain, Entry, EntryCheck
from thidua.site.bench.load.crowd import (
    name_of_household,
    name_of_person,
    unit_of_household,
    unit_of_person,
)
from thidua.site.bench.load.rows import ask, bare, fill, run
from thidua.site.bench.load.size import Size
from thidua.site.bench.load.tree import FIRST_YEAR

OF_PEOPLE = ["LDTT"] * 12 + ["CSTDCS"] * 5 + ["GK"] * 2 + ["BK_TINH"]
OF_COLLECTIVES = ["TTLDTT"] * 3 + ["TTLDXS"]
OF_HOUSEHOLDS = ["GDVH"]
HASH = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')"


def load_book(size: Size, last_year: int) -> None:
    _make_books()
    _make_honours()
    _choose_recipients(size, last_year)
    with bare([Entry, EntryCheck]):
        _enter()
        _enter_later(size)
        _compare()
    run(
        """UPDATE register_chain c SET n_entries = s.n, head = s.head FROM (
            SELECT DISTINCT ON (chain_id) chain_id, place AS n, hash AS head FROM register_entry ORDER BY chain_id, place DESC
        ) s WHERE s.chain_id = c.id"""
    )
    run("DROP TABLE bench_awards")


def _make_books() -> None:
    """One for each commune, and one for each former commune that it keeps."""
    source = "organisations_organisation o WHERE o.kind IN ('province', 'commune')"
    fill(Chain, source, body_id="o.id", n_entries="0", head="repeat('0', 64)")
    run("DROP TABLE IF EXISTS bench_books")
    run(
        """CREATE TEMP TABLE bench_books AS
        SELECT c.id AS chain_id, o.name, l.successor_id AS commune_id,
               row_number() OVER (PARTITION BY l.successor_id ORDER BY o.id) AS m
        FROM register_chain c JOIN organisations_organisation o ON o.id = c.body_id
        JOIN organisations_successionlink l ON l.predecessor_id = o.id
        UNION ALL
        SELECT c.id, o.name, o.id, 0 FROM register_chain c JOIN organisations_organisation o ON o.id = c.body_id
        WHERE o.until IS NULL"""
    )


def _make_honours() -> None:
    run("DROP TABLE IF EXISTS bench_honours")
    run("CREATE TEMP TABLE bench_honours (code text PRIMARY KEY, folded text, level text)")
    for code in {*OF_PEOPLE, *OF_COLLECTIVES, *OF_HOUSEHOLDS}:
        known = catalogue()[code]
        run("INSERT INTO bench_honours VALUES (%s, %s, %s)", [code, fold(known.name_vi), known.level])


def _array(codes: list[str]) -> str:
    return "ARRAY['" + "','".join(codes) + "']"


def _choose_recipients(size: Size, last_year: int) -> None:
    """Eighty in a hundred are people, twelve households, eight collectives; later years have more."""
    one_of = {
        "p": (_array(OF_PEOPLE), len(OF_PEOPLE)),
        "c": (_array(OF_COLLECTIVES), len(OF_COLLECTIVES)),
        "h": (_array(OF_HOUSEHOLDS), len(OF_HOUSEHOLDS)),
    }
    honour = " ".join(
        f"WHEN '{kind}' THEN ({codes})[1 + pg_temp.pick(i, 4, {n})]" for kind, (codes, n) in one_of.items()
    )
    run("DROP TABLE IF EXISTS bench_awards")
    run(
        f"""CREATE TEMP TABLE bench_awards AS
        SELECT i, kind, p, c, h, year, CASE kind {honour} END AS honour,
               CASE kind WHEN 'p' THEN {unit_of_person("p", size)} WHEN 'c' THEN c / 4 ELSE {unit_of_household("h", size)} END AS unit_n,
               CASE kind WHEN 'h' THEN {name_of_household("h")} ELSE {name_of_person("p")} END AS name_n
        FROM (
            SELECT i, CASE WHEN i % 100 < 8 THEN 'c' WHEN i % 100 < 20 THEN 'h' ELSE 'p' END AS kind,
                   1 + pg_temp.pick(i, 1, {size.people}) AS p, pg_temp.pick(i, 2, {4 * size.units}) AS c,
                   1 + pg_temp.pick(i, 3, {size.households}) AS h,
                   {FIRST_YEAR} + floor({last_year - FIRST_YEAR + 1} * sqrt((i - 1)::float / {size.entries}))::int AS year
            FROM generate_series(1, {size.entries}) AS i
        ) chosen"""
    )


def _enter() -> None:
    fill(
        Entry,
        """(
            SELECT a.*, u.id AS unit_id, u.name AS unit_name, u.folded AS unit_folded, b.chain_id, b.name AS body,
                   m.name AS person_name, m.folded, m.is_female, g.folded AS honour_folded, g.level,
                   row_number() OVER (PARTITION BY b.chain_id ORDER BY a.i) AS place,
                   100 + a.i % 900 || '/QĐ-UBND' AS decision
            FROM bench_awards a JOIN bench_units u ON u.n = a.unit_n JOIN bench_names m ON m.n = a.name_n
            JOIN bench_honours g ON g.code = a.honour
            JOIN bench_books b ON b.commune_id = u.commune_id AND b.m = CASE WHEN a.year < 2025 THEN 1 + a.i % 3 ELSE 0 END
            ORDER BY a.i
        ) e""",
        id="e.i",
        chain_id="e.chain_id",
        place="e.place",
        honour="e.honour",
        person_id="CASE WHEN e.kind = 'p' THEN e.p END",
        collective_id="CASE WHEN e.kind = 'c' THEN e.c + 1 END",
        household_id="CASE WHEN e.kind = 'h' THEN e.h END",
        name="CASE WHEN e.kind = 'c' THEN e.unit_name ELSE e.person_name END",
        honorific="CASE WHEN e.kind = 'c' THEN '' WHEN e.is_female THEN 'Bà' ELSE 'Ông' END",
        position="CASE WHEN e.kind = 'p' AND e.i % 8 > 0 THEN 'direct_worker' ELSE '' END",
        organisation_id="e.unit_id",
        unit_name="e.unit_name",
        level="e.level",
        decision_number="e.decision",
        decided_on="make_date(e.year, 12, 1 + (e.i % 28)::int)",
        decided_by="'Chủ tịch UBND ' || e.body",
        signer="'Người ký (minh họa)'",
        ground="'merit'",
        achievement="'đã có thành tích xuất sắc trong phong trào thi đua'",
        period_label="'năm ' || e.year",
        year="e.year",
        first_year="e.year",
        last_year="e.year",
        source="CASE WHEN e.year < 2016 AND e.i % 2 = 0 THEN 'list' ELSE 'decision' END",
        salt="lpad(to_hex(e.i), 32, '0')",
        personal_hash=HASH % "'p' || e.i",
        previous=HASH % "e.chain_id || ':' || e.place - 1",
        hash=HASH % "e.chain_id || ':' || e.place",
        search="""CASE WHEN e.kind = 'c' THEN e.unit_folded ELSE e.folded END || ' ' || e.unit_folded || ' '
            || lower(replace(e.decision, 'Đ', 'd')) || ' ' || e.honour_folded""",
        entered_at="make_date(e.year, 12, 30)",
    )


def _enter_later(size: Size) -> None:
    """One award in two hundred was corrected, one in a thousand revoked."""
    kept = "honour person_id collective_id household_id name organisation_id unit_name level decision_number".split()
    kept += "decided_on decided_by ground achievement period_label year source salt personal_hash previous search".split()
    fill(
        Entry,
        f"""(
            SELECT e.*, {size.entries} + row_number() OVER (ORDER BY e.id) AS new_id,
                   1000000000 + row_number() OVER (PARTITION BY e.chain_id ORDER BY e.id) AS new_place
            FROM register_entry e WHERE e.id % 200 = 0
        ) e""",
        id="e.new_id",
        chain_id="e.chain_id",
        place="e.new_place",
        act="CASE WHEN e.id % 1000 = 0 THEN 'revoke' ELSE 'correct' END",
        refers_to_id="e.id",
        hash=HASH % "'later' || e.id",
        entered_at="e.entered_at",
        **{name: f"e.{name}" for name in kept},
    )


def _compare() -> None:
    """Every second old entry was compared with its paper."""
    [(user,)] = ask("SELECT min(id) FROM accounts_user")
    fill(
        EntryCheck,
        "register_entry e WHERE e.source = 'list' AND e.id % 4 = 0",
        entry_id="e.id",
        state="'checked'",
        note="'Bản gốc quyết định'",
        checked_by_id=str(user),
        checked_at="e.entered_at",
    )
