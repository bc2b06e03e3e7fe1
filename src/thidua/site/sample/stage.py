"""Who acts in the stories of the demonstration, and on which day: real actions, so that every rule is kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from thidua.kernel.days import VIETNAM
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Actor, Role, actor_for
from thidua.modules.organisations.models import Organisation, Period, YearKind
from thidua.modules.people.models import Collective, Person
from thidua.site.sample.periods import last_school_year


@dataclass(frozen=True, slots=True)
class Stage:
    """Units by the plan's code, users by user name, periods by kind and year; `on` is the day of the demonstration."""

    units: dict[str, Organisation]
    users: dict[str, User]
    periods: dict[tuple[str, int], Period]
    on: date

    def ago(self, n_days: int) -> date:
        return self.on - timedelta(days=n_days)

    def at(self, day: date, hour: int = 9) -> datetime:
        return datetime.combine(day, time(hour), tzinfo=VIETNAM)

    def actor(self, username: str, on: date | None = None) -> Actor:
        user = self.users[username]
        return actor_for(user_id=user.pk, name=user.full_name, on=on or self.on)

    def of_unit(self, code: str, role: Role, on: date) -> Actor:
        """An officer or head of any unit; who he is does not matter to the story."""
        user = self.users["canbo.truong" if role == Role.UNIT_OFFICER else "hieutruong"]
        known = self.actor(user.username, on)
        return replace(known, organisation=self.units[code], roles=frozenset({role}))

    def period(self, unit: Organisation) -> Period:
        """The period that files are prepared for: the school year just closed, or this calendar year."""
        year = last_school_year(self.on) if unit.year_kind == YearKind.SCHOOL else self.on.year
        return self.periods[unit.year_kind, year]

    def workers(self, code: str, n: int, *, skip: int = 3) -> list[Person]:
        """The first people of a unit after its leaders, as they were made."""
        return list(Person.objects.filter(organisation=self.units[code]).order_by("pk")[skip : skip + n])

    def whole(self, code: str) -> Collective:
        return Collective.objects.get(organisation=self.units[code], is_whole=True)
