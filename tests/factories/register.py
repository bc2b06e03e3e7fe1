from dataclasses import replace
from datetime import date, datetime

from thidua.kernel.days import VIETNAM
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Person
from thidua.modules.register.api import Award, Basis, enter
from thidua.modules.register.models import Entry

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
BASIS = Basis(
    decided_by="Chủ tịch UBND phường",
    decision_number="112/QĐ-UBND",
    decided_on=date(2026, 6, 30),
    signer="Nguyễn Văn Ký",
)


def award_to(person: Person, honour: str = "LDTT", year: int = 2026, **fields: object) -> Award:
    plain = Award(
        honour=honour,
        name=person.name,
        organisation_id=person.organisation_id,
        unit_name=person.organisation.name,
        year=year,
        ground="merit",
        person_id=person.pk,
        post=person.post,
        position=person.position,
        period_label=f"năm {year}",
    )
    return replace(plain, **fields)


def entered(body: Organisation, actor: Actor, *awards: Award, basis: Basis = BASIS) -> list[Entry]:
    return enter(body=body, basis=basis, awards=awards, actor=actor, now=NOW)
