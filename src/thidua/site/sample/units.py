"""The ward and its units: before 1 July 2025 schools and health station stood under the district."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.kernel.text import fold, sort_key
from thidua.modules.organisations.api import rebuild_closure
from thidua.modules.organisations.models import Kind, Organisation, OrganisationPeriod, YearKind

CITY, DISTRICT, WARD = "01", "007", "00256"
NEIGHBOURS = {"Bạch Mai": "00292", "Vĩnh Tuy": "00283"}
TWO_LEVELS = date(2025, 7, 1)
BEGINNING = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """A unit of the demonstration: how many people, and under whom it stood before 1 July 2025."""

    code: str
    name: str
    kind: str
    n_people: int
    before: str | None = DISTRICT
    parent: str = WARD


SCHOOLS = (
    *(
        (f"MN{n}", f"Trường Mầm non {name} (minh họa)", 26)
        for n, name in enumerate(("Hoa Sen", "Ánh Dương", "Sơn Ca", "Họa Mi"), 1)
    ),
    *(
        (f"TH{n}", f"Trường Tiểu học {name} (minh họa)", 44)
        for n, name in enumerate(("Sông Hồng", "Bằng Lăng", "Lộc Vừng", "Ban Mai"), 1)
    ),
    *(
        (f"CS{n}", f"Trường THCS {name} (minh họa)", 48)
        for n, name in enumerate(("Phượng Hồng", "Hướng Dương", "Sao Khuê", "Ngọc Lan"), 1)
    ),
)
OFFICES = (
    ("VP", "Văn phòng HĐND và UBND phường", 18),
    ("KT", "Phòng Kinh tế, Hạ tầng và Đô thị phường", 16),
    ("VX", "Phòng Văn hóa - Xã hội phường", 16),
    ("HC", "Trung tâm Phục vụ hành chính công phường", 12),
)
MASS = (
    ("DU", "Cơ quan tham mưu, giúp việc Đảng ủy phường", Kind.PARTY, 12),
    ("MT", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", Kind.MASS, 12),
    ("PN", "Hội Liên hiệp Phụ nữ phường", Kind.MASS, 8),
    ("TN", "Đoàn TNCS Hồ Chí Minh phường", Kind.MASS, 8),
    ("CC", "Hội Cựu chiến binh phường", Kind.MASS, 8),
)
ENTERPRISES = (
    ("DN1", "Công ty cổ phần May Phố Xanh (minh họa)", 90),
    ("DN2", "Công ty TNHH Cơ khí Đồng Tâm Phát (minh họa)", 70),
    ("DN3", "Hợp tác xã Vận tải Bình Minh (minh họa)", 40),
    ("DN4", "Công ty TNHH Thực phẩm Hương Quê (minh họa)", 60),
)
FORMER_WARDS = ("00241-2004", "00247-2004", "00262-2004", "00256-2004")
N_NEIGHBOURHOODS = 10


def plans() -> Iterator[Plan]:
    for code, name, n in SCHOOLS:
        yield Plan(code, name, Kind.SCHOOL, n)
    for code, name, n in OFFICES:
        yield Plan(code, name, Kind.OFFICE, n, before=None)
    yield Plan("YT", "Trạm Y tế phường Hai Bà Trưng", Kind.HEALTH_STATION, 26)
    yield Plan("CA", "Công an phường Hai Bà Trưng", Kind.POLICE, 48, before=None)
    yield Plan("QS", "Ban Chỉ huy Quân sự phường Hai Bà Trưng", Kind.MILITARY, 18, before=None)
    yield Plan("MG", "Trung tâm Văn hóa, Thông tin và Thể thao phường", Kind.PUBLIC_UNIT, 18, before=None)
    for code, name, kind, n in MASS:
        yield Plan(code, name, kind, n, before=None)
    for code, name, n in ENTERPRISES:
        yield Plan(code, name, Kind.ENTERPRISE, n)
    for n in range(1, N_NEIGHBOURHOODS + 1):
        before = FORMER_WARDS[n % len(FORMER_WARDS)]
        yield Plan(f"TDP{n:02}", f"Tổ dân phố số {n} phường Hai Bà Trưng", Kind.NEIGHBOURHOOD, 105, before)
    yield Plan("SNV", "Sở Nội vụ thành phố Hà Nội", Kind.DEPARTMENT, 4, before=None, parent=CITY)


def _organisation(plan: Plan, by_code: dict[str, Organisation]) -> Organisation:
    return Organisation(
        code=f"HBT-{plan.code}",
        name=plan.name,
        kind=plan.kind,
        parent=by_code[plan.parent],
        year_kind=YearKind.SCHOOL if plan.kind == Kind.SCHOOL else YearKind.CALENDAR,
        has_legal_personality=plan.kind not in {Kind.NEIGHBOURHOOD, Kind.OFFICE},
        since=BEGINNING if plan.before else TWO_LEVELS,
        search=fold(plan.name),
        sort=sort_key(plan.name),
    )


def _periods(
    plan: Plan, unit: Organisation, by_code: dict[str, Organisation]
) -> Iterable[OrganisationPeriod]:
    common = {"organisation": unit, "name": unit.name, "kind": unit.kind, "code": unit.code}
    if plan.before:
        yield OrganisationPeriod(parent=by_code[plan.before], since=BEGINNING, until=TWO_LEVELS, **common)
    yield OrganisationPeriod(parent=by_code[plan.parent], since=TWO_LEVELS, **common)


def load_units() -> dict[str, Organisation]:
    """Make the units of the plan; returns the organisations by the plan's code, the ward among them."""
    known = {CITY, DISTRICT, WARD, *NEIGHBOURS.values(), *FORMER_WARDS}
    by_code = {unit.code: unit for unit in Organisation.objects.filter(code__in=known)}
    wanted = list(plans())
    units = Organisation.objects.bulk_create([_organisation(plan, by_code) for plan in wanted])
    OrganisationPeriod.objects.bulk_create(
        [period for plan, unit in zip(wanted, units, strict=True) for period in _periods(plan, unit, by_code)]
    )
    rebuild_closure([unit.pk for unit in units])
    return {plan.code: unit for plan, unit in zip(wanted, units, strict=True)} | {
        "HN": by_code[CITY],
        "Q": by_code[DISTRICT],
        "P": by_code[WARD],
        "P0": by_code[FORMER_WARDS[0]],
        **{f"P-{name}": by_code[code] for name, code in NEIGHBOURS.items()},
    }
