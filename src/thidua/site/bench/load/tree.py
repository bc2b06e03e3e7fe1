"""One province: departments, communes with their units, and the former communes whose books they keep."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from thidua.foundation.audit import acting
from thidua.kernel.text import fold, sort_key
from thidua.modules.accounts.models import User
from thidua.modules.organisations.closure import rebuild_closure
from thidua.modules.organisations.models import (
    Grant,
    Kind,
    Organisation,
    OrganisationPeriod,
    Period,
    Succession,
    SuccessionKind,
    SuccessionLink,
    YearKind,
)
from thidua.modules.organisations.roles import Role
from thidua.site.bench.load.rows import run
from thidua.site.bench.load.size import Size

PROVINCE, COMMUNE = "bench-province", "bench-commune"
TWO_LEVELS, BEGINNING = date(2025, 7, 1), date(1990, 1, 1)
FIRST_YEAR = 2006
FIRST = "An Bình Cao Đông Gia Hòa Khánh Lộc Mỹ Ngọc Phú Quảng Sơn Tân Thanh Vạn Xuân Yên".split()
SECOND = "Bắc Châu Dương Giang Hải Khê Lâm Minh Nam Phong Phúc Thịnh Trung Viên".split()
UNITS = (
    ("Trường Mầm non", Kind.SCHOOL),
    ("Tổ dân phố số 1", Kind.NEIGHBOURHOOD),
    ("Trường Tiểu học", Kind.SCHOOL),
    ("Tổ dân phố số 2", Kind.NEIGHBOURHOOD),
    ("Trường Trung học cơ sở", Kind.SCHOOL),
    ("Trạm Y tế", Kind.HEALTH_STATION),
    ("Công an", Kind.POLICE),
    ("Công ty TNHH", Kind.ENTERPRISE),
)
DEPARTMENTS = (
    "Nội vụ|Tài chính|Giáo dục và Đào tạo|Y tế|Tư pháp|Công Thương|Xây dựng|Nông nghiệp và Môi trường".split(
        "|"
    )
)


def load_tree(size: Size, now: datetime) -> None:
    with acting(None, action="bench.load"):
        province = _made([_organisation("BT", "Tỉnh Minh Họa", Kind.PROVINCE, None)])[0]
        _made(
            [_organisation(f"BT-S{n}", f"Sở {name}", Kind.DEPARTMENT, province) for n, name in _departments()]
        )
        communes = _made([_commune(n, province) for n in range(size.communes)])
        _made(list(_units(communes, size)))
        _load_former(communes, province)
        rebuild_closure(list(Organisation.objects.values_list("pk", flat=True)))
        _load_periods(now.year)
        _load_accounts(province, communes[0], now)
    _index_units()


def _departments() -> Iterator[tuple[int, str]]:
    return enumerate(DEPARTMENTS)


def _organisation(
    code: str, name: str, kind: Kind, parent: Organisation | None, until: date | None = None
) -> Organisation:
    return Organisation(
        code=code,
        name=name,
        kind=kind,
        parent=parent,
        year_kind=YearKind.SCHOOL if kind == Kind.SCHOOL else YearKind.CALENDAR,
        since=BEGINNING,
        until=until,
        search=fold(f"{name} {code}"),
        sort=sort_key(name),
    )


def _name(n: int) -> str:
    return f"{FIRST[n % len(FIRST)]} {SECOND[n // len(FIRST) % len(SECOND)]}"


def _commune(n: int, province: Organisation) -> Organisation:
    return _organisation(f"BT-X{n:03}", f"Xã {_name(n)}", Kind.COMMUNE, province)


def _units(communes: list[Organisation], size: Size) -> Iterator[Organisation]:
    for n, commune in enumerate(communes):
        for m in range(size.units_of_commune):
            prefix, kind = UNITS[m % len(UNITS)]
            name = f"{prefix} {_name(n * 7 + m)}" if m < len(UNITS) else f"{prefix} {_name(n)} {m}"
            yield _organisation(f"{commune.code}-{m:02}", name, kind, commune)


def _made(rows: list[Organisation]) -> list[Organisation]:
    made = Organisation.objects.bulk_create(rows, batch_size=2_000)
    OrganisationPeriod.objects.bulk_create(
        [
            OrganisationPeriod(
                organisation=row,
                name=row.name,
                kind=row.kind,
                code=row.code,
                parent=row.parent,
                since=row.since,
                until=row.until,
            )
            for row in made
        ],
        batch_size=2_000,
    )
    return made


def _load_former(communes: list[Organisation], province: Organisation) -> None:
    """Three former communes went into each of today's, which keeps their books."""
    for n, commune in enumerate(communes):
        former = _made(
            [
                _organisation(
                    f"{commune.code}-C{m}", f"Xã {_name(n * 3 + m)} (cũ)", Kind.COMMUNE, province, TWO_LEVELS
                )
                for m in range(3)
            ]
        )
        merger = Succession.objects.create(
            kind=SuccessionKind.MERGE, on=TWO_LEVELS, decision="Nghị quyết (minh họa)"
        )
        SuccessionLink.objects.bulk_create(
            SuccessionLink(succession=merger, predecessor=row, successor=commune, is_keeper=True)
            for row in former
        )


def _load_periods(last_year: int) -> None:
    for year in range(FIRST_YEAR, last_year + 1):
        Period.objects.bulk_create(
            [
                Period(
                    kind=YearKind.CALENDAR,
                    label=f"năm {year}",
                    year=year,
                    since=date(year, 1, 1),
                    until=date(year + 1, 1, 1),
                ),
                Period(
                    kind=YearKind.SCHOOL,
                    label=f"năm học {year - 1}–{year}",
                    year=year,
                    since=date(year - 1, 9, 1),
                    until=date(year, 9, 1),
                ),
            ]
        )


def _load_accounts(province: Organisation, commune: Organisation, now: datetime) -> None:
    """Two accounts that hold every role that writes, one for the province and one for a commune; and one for each unit."""
    roles = [role for role in Role if role != Role.VISITOR]
    password = make_password(secrets.token_urlsafe())
    for name, body in ((PROVINCE, province), (COMMUNE, commune)):
        user = User.objects.create(username=name, full_name="Đo tốc độ", joined_at=now, password=password)
        Grant.objects.bulk_create(
            Grant(user=user, organisation=body, role=role, since=BEGINNING) for role in roles
        )
    units = list(Organisation.objects.exclude(kind=Kind.PROVINCE).filter(until=None))
    users = User.objects.bulk_create(
        User(username=unit.code.lower(), full_name=f"Cán bộ {unit.name}", joined_at=now, password="!")
        for unit in units
    )
    Grant.objects.bulk_create(
        Grant(user=user, organisation=unit, role=Role.UNIT_OFFICER, since=BEGINNING)
        for user, unit in zip(users, units, strict=True)
    )


def _index_units() -> None:
    """Units by running number from 0, with the commune that they stand under: what the SQL of the rest picks from."""
    run("DROP TABLE IF EXISTS bench_units")
    run(
        """
        CREATE TEMP TABLE bench_units AS
        SELECT row_number() OVER (ORDER BY u.id) - 1 AS n, u.id, u.name, u.kind, u.year_kind,
               split_part(u.search, ' bt-', 1) AS folded, c.id AS commune_id, c.name AS commune,
               dense_rank() OVER (ORDER BY c.id) - 1 AS commune_n
        FROM organisations_organisation u JOIN organisations_organisation c ON c.id = u.parent_id
        WHERE c.kind = 'commune' AND u.until IS NULL
        """
    )
    run("CREATE UNIQUE INDEX ON bench_units (n)")
    run("ANALYZE bench_units")
