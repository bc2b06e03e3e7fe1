"""Two thousand fictitious people with their posts, and the collectives and households they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from thidua.kernel.text import fold, name_sort_key, sort_key
from thidua.modules.organisations.models import Kind, Organisation
from thidua.modules.people.kinds import Nature, Part, Position, Sex, StatusGroup
from thidua.modules.people.models import Collective, Household, Person, Post
from thidua.site.sample.names import Names
from thidua.site.sample.units import TWO_LEVELS, Plan

LEADING: dict[Kind, tuple[str, ...]] = {
    Kind.SCHOOL: ("Hiệu trưởng", "Phó Hiệu trưởng"),
    Kind.HEALTH_STATION: ("Trưởng trạm", "Phó Trưởng trạm"),
    Kind.POLICE: ("Trưởng Công an phường", "Phó Trưởng Công an phường"),
    Kind.MILITARY: ("Chỉ huy trưởng", "Chính trị viên"),
    Kind.ENTERPRISE: ("Giám đốc", "Phó Giám đốc"),
    Kind.NEIGHBOURHOOD: ("Tổ trưởng tổ dân phố", "Tổ phó tổ dân phố"),
    Kind.OFFICE: ("Trưởng phòng", "Phó Trưởng phòng"),
}
OTHER_LEADING = ("Thủ trưởng cơ quan", "Phó Thủ trưởng cơ quan")
WORK: dict[Kind, tuple[str, ...]] = {
    Kind.SCHOOL: (
        "Giáo viên",
        "Giáo viên",
        "Giáo viên",
        "Giáo viên",
        "Nhân viên thư viện",
        "Nhân viên y tế",
        "Bảo vệ",
        "Kế toán",
    ),
    Kind.HEALTH_STATION: ("Điều dưỡng", "Bác sĩ", "Y sĩ", "Hộ sinh", "Dược sĩ"),
    Kind.POLICE: ("Cảnh sát khu vực", "Cán bộ công an phường"),
    Kind.MILITARY: ("Trợ lý", "Chiến sĩ dân quân thường trực"),
    Kind.ENTERPRISE: ("Công nhân may", "Thợ cơ khí", "Lái xe", "Công nhân đóng gói", "Nhân viên kỹ thuật"),
    Kind.NEIGHBOURHOOD: ("", "", "", "", "", "Bảo vệ dân phố"),
    Kind.PUBLIC_UNIT: ("Viên chức văn hóa", "Hướng dẫn viên thể thao"),
}
GROUPS: dict[Kind, StatusGroup] = {
    Kind.SCHOOL: StatusGroup.PUBLIC_EMPLOYEE,
    Kind.HEALTH_STATION: StatusGroup.PUBLIC_EMPLOYEE,
    Kind.PUBLIC_UNIT: StatusGroup.PUBLIC_EMPLOYEE,
    Kind.POLICE: StatusGroup.ARMED_FORCES,
    Kind.MILITARY: StatusGroup.ARMED_FORCES,
    Kind.ENTERPRISE: StatusGroup.WORKER,
    Kind.NEIGHBOURHOOD: StatusGroup.CITIZEN,
}
NATURES: dict[Kind, list[Nature]] = {
    Kind.POLICE: [Nature.KEEPING_ORDER, Nature.COMBAT_READY],
    Kind.MILITARY: [Nature.COMBAT_READY],
    Kind.SCHOOL: [Nature.PRODUCTION],
    Kind.HEALTH_STATION: [Nature.PRODUCTION],
    Kind.ENTERPRISE: [Nature.PRODUCTION],
}
TEAMS: dict[Kind, tuple[str, ...]] = {
    Kind.SCHOOL: ("Tổ Khoa học tự nhiên", "Tổ Khoa học xã hội"),
    Kind.ENTERPRISE: ("Tổ sản xuất số 1", "Tổ sản xuất số 2"),
}


@dataclass(frozen=True, slots=True)
class Crowd:
    """The people, collectives and households that were made, in order."""

    people: list[Person]
    collectives: list[Collective]
    households: list[Household]


def _position(place: int) -> str:
    return Position.LEADER if place == 0 else Position.MANAGER if place <= 2 else Position.DIRECT_WORKER


def _post(kind: Kind, place: int, chance: Random) -> str:
    if place <= 2:
        return LEADING.get(kind, OTHER_LEADING)[min(place, 1)]
    return chance.choice(WORK.get(kind, ("Chuyên viên",)))


def _people_of(plan: Plan, unit: Organisation, names: Names, chance: Random) -> Iterator[Person]:
    for place in range(plan.n_people):
        is_female = chance.random() < (0.75 if plan.kind in {Kind.SCHOOL, Kind.HEALTH_STATION} else 0.45)
        name = names.person(is_female=is_female)
        born = date(chance.randint(1966, 2000), chance.randint(1, 12), chance.randint(1, 28))
        yield Person(
            name=name,
            honorific="Bà" if is_female else "Ông",
            sex=Sex.FEMALE if is_female else Sex.MALE,
            born_on=born,
            birth_year=born.year,
            organisation=unit,
            address=names.address() if plan.kind == Kind.NEIGHBOURHOOD else "",
            post=_post(Kind(plan.kind), place, chance),
            position=_position(place),
            status_group=GROUPS.get(Kind(plan.kind), StatusGroup.OFFICIAL),
            natures=[] if place == 0 else list(NATURES.get(Kind(plan.kind), [])),
            on_contract=plan.kind == Kind.ENTERPRISE,
            known=list(Part),
            search=fold(name),
            sort=name_sort_key(name),
        )


def _collectives_of(unit: Organisation) -> Iterator[Collective]:
    names = [(unit.name, True)] + [(f"{team}, {unit.name}", False) for team in TEAMS.get(Kind(unit.kind), ())]
    for name, is_whole in names:
        yield Collective(
            organisation=unit,
            name=name,
            is_whole=is_whole,
            status_group=GROUPS.get(Kind(unit.kind), StatusGroup.OFFICIAL),
            founded_on=unit.since,
            known=list(Part),
            search=fold(name),
            sort=sort_key(name),
        )


def _households_of(unit: Organisation, names: Names, chance: Random) -> Iterator[Household]:
    for _ in range(12):
        head = names.person(is_female=chance.random() < 0.5)
        yield Household(
            organisation=unit,
            head_name=head,
            address=names.address(),
            search=fold(head),
            sort=name_sort_key(head),
        )


def _post_row(person: Person, unit: Organisation, chance: Random) -> Post:
    first = date(chance.randint(2008, 2019), 8, 15)
    return Post(
        person=person,
        organisation=unit,
        title=person.post or "Công dân",
        position=person.position,
        status_group=person.status_group,
        natures=person.natures,
        on_contract=person.on_contract,
        since=max(first, unit.since) if unit.since >= TWO_LEVELS else first,
    )


def load_people(plans: list[Plan], units: dict[str, Organisation], chance: Random) -> Crowd:
    names = Names(chance)
    people = [p for plan in plans for p in _people_of(plan, units[plan.code], names, chance)]
    people = Person.objects.bulk_create(people, batch_size=1_000)
    Post.objects.bulk_create(
        [_post_row(p, p.organisation, chance) for p in people if p.post], batch_size=1_000
    )
    collectives = [c for plan in plans for c in _collectives_of(units[plan.code])]
    homes = [p for p in plans if p.kind == Kind.NEIGHBOURHOOD]
    households = [h for plan in homes for h in _households_of(units[plan.code], names, chance)]
    return Crowd(
        people,
        Collective.objects.bulk_create(collectives),
        Household.objects.bulk_create(households),
    )
