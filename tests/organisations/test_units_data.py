import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import pytest

from thidua.modules.organisations.units import read
from thidua.modules.organisations.units.read import Change, KeeperBasis, Unit, UnitKind

PLAN_163 = date(2017, 8, 15)
WARDS_OF_2017 = [
    *[
        "Nguyễn Du",
        "Bùi Thị Xuân",
        "Lê Đại Hành",
        "Ngô Thì Nhậm",
        "Phạm Đình Hổ",
        "Phố Huế",
        "Đồng Nhân",
        "Đống Mác",
    ],
    *[
        "Thanh Nhàn",
        "Bạch Đằng",
        "Thanh Lương",
        "Vĩnh Tuy",
        "Quỳnh Lôi",
        "Quỳnh Mai",
        "Minh Khai",
        "Trương Định",
    ],
    *["Đồng Tâm", "Bách Khoa", "Bạch Mai", "Cầu Dền"],
]
NOW = list(read.units())
FORMER = list(read.former_units())
CHANGES = list(read.changes())
BY_KEY = {unit.key: unit for unit in [*NOW, *FORMER]}


def named(keys: Iterable[str]) -> list[str]:
    return sorted(BY_KEY[key].short_name for key in keys)


def in_force(units: Iterable[Unit], day: date) -> list[Unit]:
    return [unit for unit in units if unit.since <= day and (unit.until is None or day < unit.until)]


def change_of(name: str, end: date) -> Change:
    (key,) = (unit.key for unit in FORMER if unit.name == name and unit.until == end)
    (change,) = (change for change in CHANGES if key in change.predecessors)
    return change


def wards_of_the_district(day: date) -> list[str]:
    return sorted(unit.short_name for unit in in_force(FORMER, day) if unit.parent_code == "007")


def test_the_country_has_34_provinces_and_3321_communes() -> None:
    assert Counter(unit.kind for unit in NOW) == {
        UnitKind.PROVINCE: 28,
        UnitKind.CITY: 6,
        UnitKind.COMMUNE: 2_621,
        UnitKind.WARD: 687,
        UnitKind.SPECIAL_ZONE: 13,
    }


def test_ha_noi_has_126_communes() -> None:
    assert Counter(unit.kind for unit in NOW if unit.parent_code == "01") == {
        UnitKind.WARD: 51,
        UnitKind.COMMUNE: 75,
    }


def test_keys_are_unique_for_all_time_and_codes_on_each_day() -> None:
    assert len(BY_KEY) == len(NOW) + len(FORMER)
    for day in {unit.since for unit in FORMER} | {change.on for change in CHANGES}:
        codes = Counter(unit.code for unit in in_force(BY_KEY.values(), day))
        assert [code for code, n in codes.items() if n > 1] == []


def test_parents_come_first_and_exist_as_long_as_their_children() -> None:
    seen: dict[str, Unit] = {unit.key: unit for unit in NOW if unit.parent_code is None}
    for unit in [*NOW, *FORMER]:
        if unit.parent_code is None:
            continue
        parent = seen[unit.parent_code]
        assert parent.since <= unit.since
        assert parent.until is None or (unit.until is not None and unit.until <= parent.until)
        seen[unit.key] = unit


def test_names_are_nfc_with_single_spaces() -> None:
    names = [unit.name for unit in BY_KEY.values()] + [commune.name for commune in read.former_communes()]
    names += [district.name for district in read.former_districts()]
    names += [province.name for province in read.former_provinces()]
    assert [name for name in names if name != unicodedata.normalize("NFC", " ".join(name.split()))] == []


def test_the_district_has_the_20_wards_of_2017() -> None:
    assert wards_of_the_district(PLAN_163) == sorted(WARDS_OF_2017)


@pytest.mark.parametrize(
    ("day", "n_wards"),
    [
        (date(2020, 2, 29), 20),
        (date(2020, 3, 1), 18),
        (date(2024, 12, 31), 18),
        (date(2025, 1, 1), 15),
        (date(2025, 6, 30), 15),
        (date(2025, 7, 1), 0),
    ],
)
def test_mergers_make_the_wards_fewer(day: date, n_wards: int) -> None:
    assert len(wards_of_the_district(day)) == n_wards


def test_every_former_unit_ends_once_on_its_last_day() -> None:
    ends = defaultdict(list)
    for change in CHANGES:
        for key in change.predecessors:
            ends[key].append(change.on)
    assert dict(ends) == {unit.key: [unit.until] for unit in FORMER}


def test_successors_exist_on_the_day_and_one_of_them_keeps_the_books() -> None:
    for change in CHANGES:
        on_the_day = {unit.key for unit in in_force(BY_KEY.values(), change.on)}
        assert change.successors
        assert set(change.successors) <= on_the_day
        assert Counter(change.successors)[change.keeper] == 1


def test_each_predecessor_has_one_keeper_in_the_file() -> None:
    keepers = Counter(
        row["predecessor"] for row in read.rows("hai_ba_trung_changes.csv") if row["is_keeper"] == "1"
    )
    assert keepers == dict.fromkeys((unit.key for unit in FORMER), 1)


def test_every_former_ward_ends_in_a_ward_of_today() -> None:
    after = {key: change.successors for change in CHANGES for key in change.predecessors}
    today = {unit.key for unit in NOW}
    for former in FORMER:
        reached = {former.key}
        while reached - today:
            reached = {heir for key in reached for heir in after.get(key, (key,))}
        assert reached


def test_changes_are_in_order_of_days() -> None:
    days = [change.on for change in CHANGES]
    assert days == sorted(days)
    assert set(days) == {date(2020, 3, 1), date(2025, 1, 1), date(2025, 7, 1)}


@pytest.mark.parametrize(
    ("name", "end", "successors", "keeper"),
    [
        ("Phường Bùi Thị Xuân", date(2020, 3, 1), ["Nguyễn Du"], "Nguyễn Du"),
        ("Phường Ngô Thì Nhậm", date(2020, 3, 1), ["Nguyễn Du", "Phạm Đình Hổ"], "Phạm Đình Hổ"),
        ("Phường Cầu Dền", date(2025, 1, 1), ["Bách Khoa", "Thanh Nhàn"], "Bách Khoa"),
        ("Phường Quỳnh Lôi", date(2025, 1, 1), ["Bạch Mai"], "Bạch Mai"),
        (
            "Phường Nguyễn Du",
            date(2025, 7, 1),
            ["Cửa Nam", "Hai Bà Trưng", "Văn Miếu - Quốc Tử Giám"],
            "Hai Bà Trưng",
        ),
        ("Phường Thanh Lương", date(2025, 7, 1), ["Hồng Hà", "Lĩnh Nam", "Vĩnh Tuy"], "Vĩnh Tuy"),
        ("Phường Bạch Đằng", date(2025, 7, 1), ["Hai Bà Trưng", "Hồng Hà"], "Hồng Hà"),
        ("Phường Trương Định", date(2025, 7, 1), ["Bạch Mai", "Tương Mai"], "Tương Mai"),
        ("Quận Hai Bà Trưng", date(2025, 7, 1), ["Bạch Mai", "Hai Bà Trưng", "Hà Nội", "Vĩnh Tuy"], "Hà Nội"),
    ],
)
def test_what_became_of(name: str, end: date, successors: list[str], keeper: str) -> None:
    change = change_of(name, end)
    assert named(change.successors) == sorted(successors)
    assert BY_KEY[change.keeper].short_name == keeper


def test_what_no_source_says_is_marked() -> None:
    assumed = [
        key for change in CHANGES if change.keeper_basis == KeeperBasis.ASSUMED for key in change.predecessors
    ]
    assert named(assumed) == sorted(["Cầu Dền", "Thanh Lương", "Phương Mai", "Vĩnh Hưng"])


def test_a_merger_gathers_its_predecessors() -> None:
    assert named(change_of("Phường Quỳnh Lôi", date(2025, 1, 1)).predecessors) == ["Bạch Mai", "Quỳnh Lôi"]
    assert named(change_of("Phường Đồng Nhân", date(2025, 7, 1)).predecessors) == sorted(
        ["Đồng Nhân", "Phố Huế"]
    )


@pytest.mark.parametrize(
    ("ward", "contributors"),
    [
        ("00256", "Bạch Đằng,Lê Đại Hành,Nguyễn Du,Phạm Đình Hổ,Phố Huế,Thanh Nhàn,Đồng Nhân"),
        ("00283", "Mai Động,Thanh Lương,Vĩnh Hưng,Vĩnh Tuy"),
        (
            "00292",
            "Bách Khoa,Bạch Mai,Lê Đại Hành,Minh Khai,Phương Mai,Quỳnh Mai,Thanh Nhàn,Trương Định,Đồng Tâm",
        ),
    ],
)
def test_the_three_wards_are_made_as_resolution_1656_says(ward: str, contributors: str) -> None:
    parts = [part for change in CHANGES if change.kind != "abolish" for part in change.parts]
    assert named(part.predecessor for part in parts if part.successor == ward) == sorted(
        contributors.split(",")
    )


def test_the_whole_country_of_30_june_2025_has_successors() -> None:
    today = {unit.key for unit in NOW}
    districts = {district.code: district for district in read.former_districts()}
    provinces = {province.code: province for province in read.former_provinces()}
    communes = list(read.former_communes())
    assert (len(communes), len(districts), len(provinces)) == (10_035, 696, 63)
    assert {commune.district_code for commune in communes} <= set(districts)
    assert {district.province_code for district in districts.values()} == set(provinces)
    assert all(set(commune.successors) <= today and commune.successors for commune in communes)
    assert {province.successor for province in provinces.values()} == {
        unit.key for unit in NOW if unit.parent_code is None
    }


def test_successors_of_a_former_commune_stand_in_the_successor_of_its_province() -> None:
    province_of = {unit.key: unit.parent_code for unit in NOW}
    district = {row.code: row.province_code for row in read.former_districts()}
    heir = {row.code: row.successor for row in read.former_provinces()}
    strays = [
        commune.name
        for commune in read.former_communes()
        if {province_of[code] for code in commune.successors} != {heir[district[commune.district_code]]}
    ]
    assert strays == []


def test_both_tables_agree_on_the_former_district() -> None:
    communes = {commune.code: commune for commune in read.former_communes()}
    links = defaultdict(set)
    keepers = {}
    for change in (change for change in CHANGES if change.on == read.TWO_LEVELS and change.kind != "abolish"):
        for key in change.predecessors:
            links[BY_KEY[key].code] |= set(change.successors)
            keepers[BY_KEY[key].code] = change.keeper
    assert {code: set(communes[code].successors) for code in links} == links
    assert {code: communes[code].keeper for code in keepers} == keepers
