from datetime import date

import factory
from factory.django import DjangoModelFactory

from factories.organisations import OrganisationFactory, PeriodFactory
from thidua.kernel.text import fold, name_sort_key, sort_key
from thidua.modules.people.kinds import GradeLevel, Part, Position, StatusGroup
from thidua.modules.people.models import (
    Collective,
    Grade,
    Household,
    Initiative,
    InitiativeAuthor,
    Person,
    Post,
)

ALL_KNOWN = [part.value for part in Part]


class PersonFactory(DjangoModelFactory):
    """A teacher whose whole record somebody answers for."""

    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Trần Thị Số {n}")
    organisation = factory.SubFactory(OrganisationFactory)
    post = "Giáo viên"
    position = Position.DIRECT_WORKER
    status_group = StatusGroup.PUBLIC_EMPLOYEE
    known = ALL_KNOWN
    search = factory.LazyAttribute(lambda o: fold(f"{o.name} {o.post} {o.organisation.name}"))
    sort = factory.LazyAttribute(lambda o: name_sort_key(o.name))


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SelfAttribute("person.organisation")
    title = "Giáo viên"
    position = Position.DIRECT_WORKER
    status_group = StatusGroup.PUBLIC_EMPLOYEE
    since = date(2020, 9, 1)


class CollectiveFactory(DjangoModelFactory):
    class Meta:
        model = Collective

    name = factory.Sequence(lambda n: f"Tổ chuyên môn {n}")
    organisation = factory.SubFactory(OrganisationFactory)
    known = ALL_KNOWN
    search = factory.LazyAttribute(lambda o: fold(f"{o.name} {o.organisation.name}"))
    sort = factory.LazyAttribute(lambda o: sort_key(o.name))


class HouseholdFactory(DjangoModelFactory):
    class Meta:
        model = Household

    head_name = factory.Sequence(lambda n: f"Lê Văn Hộ {n}")
    organisation = factory.SubFactory(OrganisationFactory)
    known = ALL_KNOWN
    search = factory.LazyAttribute(lambda o: fold(f"{o.head_name} {o.organisation.name}"))
    sort = factory.LazyAttribute(lambda o: name_sort_key(o.head_name))


class GradeFactory(DjangoModelFactory):
    class Meta:
        model = Grade

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SelfAttribute("person.organisation")
    period = factory.SubFactory(PeriodFactory)
    level = GradeLevel.EXCELLENT


def initiative(*authors: Person, **fields: object) -> Initiative:
    title = fields.pop("title", "Dạy học theo dự án")
    row = Initiative.objects.create(
        organisation=authors[0].organisation, title=title, search=fold(title), **({"year": 2025} | fields)
    )
    for author in authors:
        InitiativeAuthor.objects.create(initiative=row, person=author, share=100 // len(authors))
    return row
