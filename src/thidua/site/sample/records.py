"""Six years of grades, initiatives, leave, discipline and head counts, each person with a bent of his own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from thidua.kernel.text import fold
from thidua.modules.organisations.models import Kind, Organisation, Period
from thidua.modules.people.kinds import DisciplineKind, GradeLevel, LeaveKind, MatterKind, Scope, Sex
from thidua.modules.people.models import (
    Collective,
    CollectiveYear,
    Discipline,
    Grade,
    Initiative,
    InitiativeAuthor,
    Leave,
    Matter,
    Person,
)
from thidua.site.sample.people import Crowd
from thidua.site.sample.periods import N_YEARS

TOPICS = (
    "Rèn kỹ năng đọc hiểu cho học sinh qua dự án nhỏ",
    "Quy trình tiếp nhận hồ sơ không giấy tại bộ phận một cửa",
    "Giảm thời gian chờ tiêm chủng bằng lịch hẹn theo khung giờ",
    "Thiết kế đồ dùng dạy học từ vật liệu tái chế",
    "Sơ đồ tư duy trong ôn tập lịch sử địa phương",
    "Cải tiến gá kẹp giảm phế phẩm trên chuyền may",
    "Tổ tự quản phòng cháy, chữa cháy trong ngõ nhỏ",
    "Số hóa sổ theo dõi sức khỏe học sinh",
)
GRADED_EARLY = frozenset(f"HBT-{code}" for code in ("YT", "VX", "VP", "KT", "DN1", "MT", "CC"))
SALARIED = frozenset(set(Kind) - {Kind.NEIGHBOURHOOD})


@dataclass(slots=True)
class History:
    """What is known of each person by year: the grade, and the honours that follow from it."""

    grades: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    initiatives: dict[int, dict[int, InitiativeAuthor]] = field(default_factory=lambda: defaultdict(dict))


def _years(unit: Organisation, periods: dict[tuple[str, int], Period]) -> list[Period]:
    """The closed periods of a unit since it exists; schools are evaluated by school years."""
    found = sorted((p for (kind, _), p in periods.items() if kind == unit.year_kind), key=lambda p: p.year)
    # Offices that prepare this year's files were graded in November.
    n_graded = N_YEARS + 1 if unit.code in GRADED_EARLY else N_YEARS
    closed = found[:n_graded] if unit.kind in SALARIED else []
    return [period for period in closed if period.until > unit.since]


def _level(bent: float, chance: Random) -> str:
    roll = chance.random()
    if roll < 0.08 + 0.2 * bent:
        return GradeLevel.EXCELLENT
    if roll < 0.86 + 0.1 * bent:
        return GradeLevel.GOOD
    return GradeLevel.COMPLETED if roll < 0.985 else GradeLevel.FAILED


def _grades(
    crowd: Crowd, periods: dict[tuple[str, int], Period], history: History, chance: Random
) -> Iterator[Grade]:
    for person in crowd.people:
        unit, bent = person.organisation, chance.random()
        for period in _years(unit, periods):
            level = _level(bent, chance)
            history.grades[person.pk][period.year] = level
            yield Grade(
                person=person,
                organisation=unit,
                period=period,
                level=level,
                decision=f"{100 + period.year % 100}/QĐ-{unit.code.removeprefix('HBT-')}",
            )


def _collective_grades(
    crowd: Crowd, periods: dict[tuple[str, int], Period], chance: Random
) -> Iterator[Grade]:
    for collective in crowd.collectives:
        unit = collective.organisation
        for period in _years(unit, periods):
            level = GradeLevel.EXCELLENT if chance.random() < 0.45 else GradeLevel.GOOD
            yield Grade(
                collective=collective, organisation=unit, period=period, level=level, decision="phân loại năm"
            )


def _initiatives(crowd: Crowd, history: History, chance: Random) -> Iterator[tuple[Initiative, Person]]:
    for person in crowd.people:
        for year, level in history.grades[person.pk].items():
            if (level == GradeLevel.EXCELLENT and chance.random() < 0.75) or chance.random() < 0.04:
                title = chance.choice(TOPICS)
                yield (
                    Initiative(
                        organisation=person.organisation,
                        code=f"SK{year % 100:02}-{person.pk}",
                        title=title,
                        year=year,
                        scope=Scope.PROVINCE if chance.random() < 0.08 else Scope.BASE,
                        recognised_by="Hội đồng sáng kiến đơn vị",
                        certificate=f"{chance.randint(10, 300)}/QĐ-HĐSK ngày 15/5/{year}",
                        search=fold(title),
                    ),
                    person,
                )


def _leaves(crowd: Crowd, history: History, chance: Random) -> Iterator[Leave]:
    for person in crowd.people:
        years = list(history.grades[person.pk])
        young_mother = person.sex == Sex.FEMALE and (person.birth_year or 0) >= 1986
        if years and young_mother and chance.random() < 0.2:
            yield Leave(person=person, kind=LeaveKind.MATERNITY, year=chance.choice(years), months=6)
        elif years and chance.random() < 0.02:
            yield Leave(
                person=person, kind=LeaveKind.SICK, year=chance.choice(years), n_days=chance.randint(10, 60)
            )


def _disciplines(crowd: Crowd, history: History, chance: Random) -> Iterator[Discipline]:
    for person in crowd.people:
        failed = [year for year, level in history.grades[person.pk].items() if level == GradeLevel.FAILED]
        for year in failed:
            on = date(year, chance.randint(2, 5), 12)
            kind = chance.choice((DisciplineKind.REPRIMAND, DisciplineKind.WARNING))
            yield Discipline(
                person=person,
                kind=kind,
                on=on,
                until=date(year + 1, on.month, 12),
                decision=f"{on.month}0/QĐ-KL",
            )


def _head_counts(
    crowd: Crowd, periods: dict[tuple[str, int], Period], history: History
) -> Iterator[CollectiveYear]:
    members: dict[int, list[Person]] = defaultdict(list)
    for person in crowd.people:
        members[person.organisation_id].append(person)
    for collective in (c for c in crowd.collectives if c.is_whole):
        unit = collective.organisation
        for period in _years(unit, periods):
            yield _head_count(collective, period, members[unit.pk], history)


def _head_count(
    collective: Collective, period: Period, members: list[Person], history: History
) -> CollectiveYear:
    levels = [history.grades[person.pk].get(period.year) for person in members]
    return CollectiveYear(
        collective=collective,
        period=period,
        n_members=len(members),
        n_warned=0,
        all_completed=GradeLevel.FAILED not in levels,
    )


def load_records(crowd: Crowd, periods: dict[tuple[str, int], Period], chance: Random, on: date) -> History:
    history = History()
    rows = [*_grades(crowd, periods, history, chance), *_collective_grades(crowd, periods, chance)]
    Grade.objects.bulk_create(rows, batch_size=2_000)
    pairs = list(_initiatives(crowd, history, chance))
    Initiative.objects.bulk_create([initiative for initiative, _ in pairs], batch_size=1_000)
    authors = InitiativeAuthor.objects.bulk_create(
        [InitiativeAuthor(initiative=initiative, person=person) for initiative, person in pairs],
        batch_size=1_000,
    )
    for author in authors:
        history.initiatives[author.person_id][author.initiative.year] = author
    Leave.objects.bulk_create(_leaves(crowd, history, chance))
    Discipline.objects.bulk_create(_disciplines(crowd, history, chance))
    CollectiveYear.objects.bulk_create(_head_counts(crowd, periods, history))
    held = chance.choice([p for p in crowd.people if p.organisation.kind == Kind.OFFICE])
    Matter.objects.create(
        person=held,
        kind=MatterKind.COMPLAINT,
        since=date(on.year, on.month, 1),
        basis="Thông báo thụ lý số 14/TB-UBND",
    )
    return history
