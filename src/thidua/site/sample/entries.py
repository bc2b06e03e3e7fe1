"""Six years of the register: yearly titles of people, collectives and families, by the decisions of their days."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random

from thidua.modules.organisations.api import system
from thidua.modules.organisations.models import Kind, Organisation, Period, YearKind
from thidua.modules.people.kinds import GradeLevel
from thidua.modules.people.models import Collective, CollectiveYear, Household, InitiativeAuthor, Person
from thidua.modules.register import api as register
from thidua.modules.register.api import Award, Basis
from thidua.modules.register.models import Ground
from thidua.site.sample.people import Crowd
from thidua.site.sample.records import History
from thidua.site.sample.units import TWO_LEVELS

GOOD = frozenset({GradeLevel.GOOD, GradeLevel.EXCELLENT})
# The first day of Law 06/2022/QH15: an excellent result stands beside the initiative (Art 23.2).
NEW_LAW = date(2024, 1, 1)
# Nghị định 91/2017/NĐ-CP, Art 9.3, until the end of 2023.
CAP_PERCENT = 15
# One in so many works well and is never proposed: whom a look through the records finds.
PASSED_OVER = 25
# Units whose last period is still under consideration: their files are the stories.
OPEN = frozenset(
    f"HBT-{code}" for code in ("CS1", "TH1", "TH2", "MN1", "YT", "VX", "VP", "KT", "DN1", "MT", "CC")
)


@dataclass(frozen=True, slots=True)
class Session:
    """One unit and one closed period: what was decided for it, by whom, on which day."""

    unit: Organisation
    period: Period
    people: tuple[Person, ...]

    @property
    def decided_on(self) -> date:
        year = self.period.year
        return date(year, 6, 28) if self.period.kind == YearKind.SCHOOL else date(year, 12, 22)


def _decider(session: Session, units: dict[str, Organisation]) -> Organisation:
    if session.unit.kind == Kind.ENTERPRISE:
        return session.unit
    return units["P"] if session.decided_on >= TWO_LEVELS else units["Q"]


def _basis(body: Organisation, on: date, number: int) -> Basis:
    head = "Giám đốc" if body.kind == Kind.ENTERPRISE else "Chủ tịch UBND"
    name = (
        body.name
        if body.kind == Kind.ENTERPRISE
        else body.name.lower().replace("hai bà trưng", "Hai Bà Trưng")
    )
    return Basis(
        f"{head} {name}", f"{number}/QĐ-{'GĐ' if head == 'Giám đốc' else 'UBND'}", on, "Người ký (minh họa)"
    )


def _award(session: Session, honour: str, person: Person) -> Award:
    return Award(
        honour=honour,
        name=person.name,
        organisation_id=session.unit.pk,
        unit_name=session.unit.name,
        year=session.period.year,
        ground=Ground.MERIT,
        person_id=person.pk,
        honorific=person.honorific,
        post=person.post,
        position=person.position,
        period_label=session.period.label,
        first_year=session.period.year,
        last_year=session.period.year,
    )


def _fighters(
    session: Session, advanced: list[Person], history: History
) -> Iterator[tuple[Person, InitiativeAuthor | None]]:
    """Who became CSTĐCS, and on which initiative where one was needed."""
    year, room = session.period.year, CAP_PERCENT * len(advanced) // 100
    for person in advanced:
        initiative = history.initiatives[person.pk].get(year)
        is_excellent = history.grades[person.pk][year] == GradeLevel.EXCELLENT
        if session.decided_on >= NEW_LAW and is_excellent:
            yield person, None
        elif initiative and room > 0:
            room -= 1
            yield person, initiative


def _sessions(crowd: Crowd, periods: dict[tuple[str, int], Period], history: History) -> Iterator[Session]:
    by_unit: dict[int, list[Person]] = defaultdict(list)
    for person in crowd.people:
        if history.grades.get(person.pk):
            by_unit[person.organisation_id].append(person)
    for people in by_unit.values():
        unit = people[0].organisation
        closed = sorted(history.grades[people[0].pk])
        for year in closed[:-1] if unit.code in OPEN else closed:
            yield Session(unit, periods[unit.year_kind, year], tuple(people))


def _titles(
    session: Session, history: History, chance: Random
) -> tuple[list[Award], list[InitiativeAuthor], int, int]:
    year = session.period.year
    advanced = [
        p
        for place, p in enumerate(session.people, 1)
        if history.grades[p.pk].get(year) in GOOD and chance.random() < 0.95 and place % PASSED_OVER
    ]
    fighters = list(_fighters(session, advanced, history))
    awards = [_award(session, "LDTT", p) for p in advanced] + [
        _award(session, "CSTDCS", p) for p, _ in fighters
    ]
    used = [author for _, author in fighters if author]
    for author in used:
        author.used_for, author.used_in_year = "CSTDCS", year
    return awards, used, len(advanced), len(fighters)


def _collective_award(session: Session, collective: Collective, n_advanced: int) -> list[Award]:
    """TTLĐTT: more than half before 2024, seventy percent since (Law 15/2003 Art 28, Law 06/2022 Art 28)."""
    share = n_advanced / len(session.people)
    if share < 0.7 and (session.decided_on >= NEW_LAW or share <= 0.5):
        return []
    award = _award(session, "TTLDTT", session.people[0])
    return [
        replace(
            award,
            name=collective.name,
            person_id=None,
            collective_id=collective.pk,
            honorific="",
            post="",
            position="",
        )
    ]


def _enter_session(
    session: Session,
    whole: Collective,
    *,
    units: dict[str, Organisation],
    history: History,
    chance: Random,
    now: datetime,
) -> list[InitiativeAuthor]:
    awards, used, n_advanced, n_fighters = _titles(session, history, chance)
    awards += _collective_award(session, whole, n_advanced)
    body = _decider(session, units)
    basis = _basis(body, session.decided_on, chance.randint(100, 4_000))
    register.enter(body=body, basis=basis, awards=awards, actor=system(now.date()), now=now)
    CollectiveYear.objects.filter(collective=whole, period=session.period).update(
        n_ldtt=n_advanced, n_cstdcs=n_fighters
    )
    return used


def _families(
    households: list[Household],
    units: dict[str, Organisation],
    years: list[int],
    chance: Random,
    now: datetime,
) -> None:
    """Gia đình văn hóa of each calendar year: one decision of the ward of those days."""
    for year in years:
        on = date(year, 11, 18)
        body = units["P"] if on >= TWO_LEVELS else units["P0"]
        awards = [
            Award(
                honour="GDVH",
                name=home.head_name,
                organisation_id=home.organisation_id,
                unit_name=home.organisation.name,
                year=year,
                ground=Ground.MERIT,
                household_id=home.pk,
                period_label=f"năm {year}",
                first_year=year,
                last_year=year,
            )
            for home in households
            if chance.random() < 0.85
        ]
        basis = _basis(body, on, chance.randint(100, 900))
        register.enter(body=body, basis=basis, awards=awards, actor=system(now.date()), now=now)


def load_entries(
    crowd: Crowd,
    *,
    units: dict[str, Organisation],
    periods: dict[tuple[str, int], Period],
    history: History,
    chance: Random,
    now: datetime,
) -> None:
    wholes = {c.organisation_id: c for c in crowd.collectives if c.is_whole}
    used: list[InitiativeAuthor] = []
    for session in sorted(_sessions(crowd, periods, history), key=lambda s: (s.decided_on, s.unit.pk)):
        used += _enter_session(
            session, wholes[session.unit.pk], units=units, history=history, chance=chance, now=now
        )
    InitiativeAuthor.objects.bulk_update(used, ["used_for", "used_in_year"], batch_size=500)
    years = sorted(year for kind, year in periods if kind == YearKind.CALENDAR)[:-1]
    _families(crowd.households, units, years, chance, now)
