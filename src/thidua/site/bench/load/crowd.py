"""People, collectives and households of the units, with what is known of them."""

from __future__ import annotations

from random import Random

from thidua.kernel.text import fold, name_sort_key
from thidua.modules.people.models import (
    Collective,
    CollectiveYear,
    Discipline,
    Grade,
    Household,
    Initiative,
    InitiativeAuthor,
    Leave,
    Matter,
    Person,
    Post,
    Transfer,
)
from thidua.site.bench.load.rows import bare, fill, run
from thidua.site.bench.load.size import Size
from thidua.site.sample.names import Names

N_NAMES = 5_000
PARTS = "{awards,grades,initiatives,leave,work,discipline,matters,training}"
POST = """CASE u.kind WHEN 'school' THEN 'Giáo viên' WHEN 'neighbourhood' THEN '' WHEN 'police' THEN 'Cảnh sát khu vực'
    WHEN 'health_station' THEN 'Điều dưỡng' WHEN 'enterprise' THEN 'Công nhân' ELSE 'Chuyên viên' END"""
FOLDED_POST = """CASE u.kind WHEN 'school' THEN 'giao vien' WHEN 'neighbourhood' THEN '' WHEN 'police' THEN 'canh sat khu vuc'
    WHEN 'health_station' THEN 'dieu duong' WHEN 'enterprise' THEN 'cong nhan' ELSE 'chuyen vien' END"""
GROUP = """CASE u.kind WHEN 'school' THEN 'public_employee' WHEN 'health_station' THEN 'public_employee'
    WHEN 'police' THEN 'armed_forces' WHEN 'enterprise' THEN 'worker' ELSE 'citizen' END"""
POSITION = "CASE WHEN i.i % 40 = 0 THEN 'leader' WHEN i.i % 20 = 0 THEN 'manager' ELSE 'direct_worker' END"
NATURES = "CASE u.kind WHEN 'police' THEN '{keeping_order,combat_ready}' ELSE '{production}' END::varchar[]"


def load_crowd(size: Size, last_year: int) -> None:
    _make_names()
    tables = [Person, Post, Collective, CollectiveYear, Household, Grade, Initiative, InitiativeAuthor]
    with bare([*tables, Leave, Discipline, Matter, Transfer]):
        _people(size)
        _collectives(size, last_year)
        _households(size)
        _grades(size, last_year)
        _initiatives(size, last_year)
        _facts(size, last_year)


def _make_names() -> None:
    chance = Random(20_261)  # noqa: S311 -- names, not secrets
    names = Names(chance)
    run("DROP TABLE IF EXISTS bench_names")
    run(
        "CREATE TEMP TABLE bench_names (n int PRIMARY KEY, name text, folded text, sort text, is_female boolean)"
    )
    rows = [(n, names.person(is_female=n % 2 == 0), n % 2 == 0) for n in range(N_NAMES)]
    values = [[n, name, fold(name), name_sort_key(name), female] for n, name, female in rows]
    columns = list(zip(*values, strict=True))
    run(
        "INSERT INTO bench_names SELECT * FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::boolean[])",
        [list(column) for column in columns],
    )
    run("ANALYZE bench_names")


def unit_of_person(person: str, size: Size) -> str:
    return f"({person}) % {size.units}"


def name_of_person(person: str) -> str:
    return f"pg_temp.pick({person}, 11, {N_NAMES})"


def unit_of_household(household: str, size: Size) -> str:
    """Residential groups stand at every odd place of a commune's units."""
    commune = f"pg_temp.pick({household}, 31, {size.communes})"
    return f"({commune} * {size.units_of_commune} + 1 + 2 * pg_temp.pick({household}, 32, 2))"


def name_of_household(household: str) -> str:
    return f"pg_temp.pick({household}, 33, {N_NAMES})"


def _people(size: Size) -> None:
    source = f"""generate_series(1, {size.people}) AS i(i)
        JOIN bench_units u ON u.n = {unit_of_person("i.i", size)}
        JOIN bench_names m ON m.n = {name_of_person("i.i")}"""
    birth = "(1955 + pg_temp.pick(i.i, 12, 50))::int"
    fill(
        Person,
        source,
        id="i.i",
        name="m.name",
        honorific="CASE WHEN m.is_female THEN 'Bà' ELSE 'Ông' END",
        sex="CASE WHEN m.is_female THEN 'female' ELSE 'male' END",
        born_on=f"make_date({birth}, 1 + (i.i % 12)::int, 1 + (i.i % 28)::int)",
        birth_year=birth,
        organisation_id="u.id",
        post=POST,
        position=POSITION,
        status_group=GROUP,
        natures=NATURES,
        known=f"'{PARTS}'",
        search=f"m.folded || ' ' || {FOLDED_POST} || ' ' || u.folded",
        sort="m.sort",
    )
    fill(
        Post,
        source,
        person_id="i.i",
        organisation_id="u.id",
        title=f"COALESCE(NULLIF({POST}, ''), 'Công dân')",
        position=POSITION,
        status_group=GROUP,
        natures=NATURES,
        since="make_date(2008 + (i.i % 12)::int, 8, 15)",
    )
    _earlier_posts(size)


def _earlier_posts(size: Size) -> None:
    """One in ten worked in another unit before, one in two hundred was transferred."""
    fill(
        Post,
        f"generate_series(1, {size.people}, 10) AS i(i) JOIN bench_units u ON u.n = {unit_of_person('i.i + 5', size)}",
        person_id="i.i",
        organisation_id="u.id",
        title="'Chuyên viên'",
        since="make_date(2001, 8, 15)",
        until="make_date(2008, 8, 15)",
    )
    fill(
        Transfer,
        f"""generate_series(1, {size.people}, 200) AS i(i) JOIN bench_units u ON u.n = {unit_of_person("i.i", size)}
            JOIN bench_units w ON w.n = {unit_of_person("i.i + 5", size)}""",
        person_id="i.i",
        source_id="w.id",
        target_id="u.id",
        on="make_date(2008, 8, 15)",
        state="CASE WHEN i.i % 1000 = 1 THEN 'asked' ELSE 'accepted' END",
    )


def _collectives(size: Size, last_year: int) -> None:
    """The whole unit and three parts of it."""
    source = f"generate_series(0, {4 * size.units - 1}) AS i(i) JOIN bench_units u ON u.n = i.i / 4"
    fill(
        Collective,
        source,
        id="i.i + 1",
        organisation_id="u.id",
        name="CASE WHEN i.i % 4 = 0 THEN u.name ELSE 'Tổ ' || i.i % 4 || ', ' || u.name END",
        is_whole="i.i % 4 = 0",
        known=f"'{PARTS}'",
        search="CASE WHEN i.i % 4 = 0 THEN u.folded ELSE 'to ' || i.i % 4 || ' ' || u.folded END",
        sort="u.folded || i.i % 4",
    )
    fill(
        CollectiveYear,
        f"{source} JOIN organisations_period p ON p.kind = u.year_kind AND p.year > {last_year - 5}",
        collective_id="i.i + 1",
        period_id="p.id",
        n_members="100",
        n_ldtt="80",
        n_cstdcs="12",
        all_completed="true",
    )


def _households(size: Size) -> None:
    source = f"""generate_series(1, {size.households}) AS i(i)
        JOIN bench_units u ON u.n = {unit_of_household("i.i", size)}
        JOIN bench_names m ON m.n = {name_of_household("i.i")}"""
    fill(
        Household,
        source,
        id="i.i",
        organisation_id="u.id",
        head_name="m.name",
        address="'Số ' || i.i % 180 + 1 || ' phố Hoa Ban (minh họa)'",
        known=f"'{PARTS}'",
        search="m.folded || ' so ' || i.i % 180 + 1 || ' pho hoa ban (minh hoa) ' || u.folded",
        sort="m.sort",
    )


def _grades(size: Size, last_year: int) -> None:
    fill(
        Grade,
        f"""generate_series(1, {size.people}) AS i(i)
            JOIN bench_units u ON u.n = {unit_of_person("i.i", size)}
            JOIN organisations_period p ON p.kind = u.year_kind AND p.year IN ({last_year - 1}, {last_year - 2})""",
        person_id="i.i",
        organisation_id="u.id",
        period_id="p.id",
        level="(ARRAY['excellent', 'good', 'good', 'good', 'completed'])[1 + (i.i + p.id) % 5]",
        decision="'12/QĐ-TĐ'",
    )


def _initiatives(size: Size, last_year: int) -> None:
    """The author of initiative i is person 5 i, a second author for every fifth."""
    fill(
        Initiative,
        f"""generate_series(1, {size.initiatives}) AS i(i)
            JOIN bench_units u ON u.n = {unit_of_person("i.i * 5", size)}""",
        id="i.i",
        organisation_id="u.id",
        code="'SK-' || i.i",
        title="'Nâng cao chất lượng công việc số ' || i.i || ' của ' || u.name",
        year=f"{last_year} - pg_temp.pick(i.i, 61, 8)",
        scope="(ARRAY['base', 'base', 'base', 'base', 'district', 'province'])[1 + i.i % 6]",
        check_state="CASE WHEN i.i % 20 = 0 THEN 'unchecked' ELSE 'checked' END",
        search="'nang cao chat luong cong viec so ' || i.i || ' cua ' || u.folded || ' sk-' || i.i || ' ' || u.folded",
    )
    for person, step in (("i.i * 5", 1), ("i.i * 5 - 1", 5)):
        fill(
            InitiativeAuthor,
            f"generate_series(1, {size.initiatives}, {step}) AS i(i)",
            initiative_id="i.i",
            person_id=person,
        )


def _facts(size: Size, last_year: int) -> None:
    people = f"generate_series(1, {size.people}, %s) AS i(i)"
    fill(
        Leave,
        people % 10,
        person_id="i.i",
        kind="'sick'",
        year=f"{last_year} - i.i % 4",
        n_days="5",
    )
    fill(
        Discipline,
        people % 200,
        person_id="i.i",
        kind="'reprimand'",
        on=f"make_date({last_year - 3}, 5, 5)",
        until=f"make_date({last_year - 2}, 5, 5)",
        decision="'05/QĐ-KL'",
    )
    fill(
        Matter,
        people % 1000,
        person_id="i.i",
        kind="'inspection'",
        since=f"make_date({last_year}, 1, 5)",
        basis="'01/KL-TTr'",
    )
