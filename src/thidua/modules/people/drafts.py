"""What forms hand to the actions: plain data, already read but not yet judged."""

from dataclasses import dataclass, field
from datetime import date

from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.people.kinds import InitiativeKind, Scope


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person is. `number` is the 12-digit number or a passport; None leaves it as it is, "" takes it out."""

    name: str
    honorific: str = ""
    sex: str = ""
    born_on: date | None = None
    birth_year: int | None = None
    nationality: str = "Việt Nam"
    address: str = ""
    died_on: date | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class PostDraft:
    title: str
    position: str
    status_group: str
    since: date
    natures: list[str] = field(default_factory=list)
    on_contract: bool = False


@dataclass(frozen=True, slots=True)
class GradeLine:
    """One line of a signed list: exactly one of the two ids."""

    level: str
    person_id: int | None = None
    collective_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListedGrade:
    """A line of a signed list with its unit, its period and the decision."""

    organisation: Organisation
    period: Period
    decision: str
    line: GradeLine


@dataclass(frozen=True, slots=True)
class Author:
    person_id: int
    share: int = 100


@dataclass(frozen=True, slots=True)
class InitiativeDraft:
    title: str
    year: int
    kind: str = InitiativeKind.INITIATIVE
    scope: str = Scope.BASE
    code: str = ""
    recognised_by: str = ""
    certificate: str = ""
    authors: tuple[Author, ...] = ()
