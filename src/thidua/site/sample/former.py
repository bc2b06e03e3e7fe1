"""Two awards from old papers of the ward: one was compared with its decision, one waits for that."""

from thidua.modules.people.models import Person
from thidua.modules.register import api as register
from thidua.modules.register.api import Award, Basis
from thidua.modules.register.models import Ground, Source
from thidua.site.sample.stage import Stage

OLD = ((2019, "42/QĐ-UBND", Source.ORIGINAL), (2020, "57/QĐ-UBND", Source.LIST))


def load_former(stage: Stage) -> None:
    desk, ward, now = stage.actor("chuyenvien"), stage.units["P"], stage.at(stage.on, 8)
    people = Person.objects.filter(organisation=stage.units["TDP02"]).order_by("pk")
    for person, (year, number, source) in zip(people[: len(OLD)], OLD, strict=True):
        award = Award(
            honour="GK",
            name=person.name,
            organisation_id=person.organisation_id,
            unit_name=person.organisation.name,
            year=year,
            ground=Ground.MERIT,
            person_id=person.pk,
        )
        basis = Basis("Chủ tịch UBND phường", decision_number=number)
        entry = register.enter_historical(
            body=ward, basis=basis, award=award, source=source, actor=desk, now=now
        )
        if source == Source.ORIGINAL:
            register.check_entry(entry=entry, note="đối chiếu bản gốc lưu tại phường", actor=desk, now=now)
