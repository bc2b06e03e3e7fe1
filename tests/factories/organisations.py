from datetime import date

import factory
from factory.django import DjangoModelFactory

from factories.accounts import UserFactory
from thidua.kernel.text import fold, sort_key
from thidua.modules.organisations.actor import Actor, actor_for
from thidua.modules.organisations.closure import rebuild_closure
from thidua.modules.organisations.models import (
    Grant,
    Kind,
    Organisation,
    OrganisationPeriod,
    Period,
    YearKind,
)


class OrganisationFactory(DjangoModelFactory):
    """An organisation with its period and its rows of the closure."""

    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"DV{n:04}")
    name = factory.Sequence(lambda n: f"Trường Tiểu học số {n}")
    kind = Kind.SCHOOL
    since = date(2000, 1, 1)
    search = factory.LazyAttribute(lambda o: fold(o.name))
    sort = factory.LazyAttribute(lambda o: sort_key(o.name))

    @factory.post_generation
    def placed(self: Organisation, create: bool, extracted: object, **_: object) -> None:
        OrganisationPeriod.objects.create(
            organisation=self,
            name=self.name,
            kind=self.kind,
            code=self.code,
            parent=self.parent,
            since=self.since,
        )
        rebuild_closure([self.pk])


class WardFactory(OrganisationFactory):
    name = factory.Sequence(lambda n: f"Phường số {n}")
    kind = Kind.COMMUNE


class PeriodFactory(DjangoModelFactory):
    class Meta:
        model = Period
        django_get_or_create = ("kind", "label")

    kind = YearKind.CALENDAR
    year = 2026
    label = factory.LazyAttribute(lambda o: f"năm {o.year}")
    since = factory.LazyAttribute(lambda o: date(o.year, 1, 1))
    until = factory.LazyAttribute(lambda o: date(o.year + 1, 1, 1))


def grant(organisation: Organisation, *roles: str, user=None, since=date(2020, 1, 1), until=None) -> Grant:
    """Give a (new) user these roles in an organisation; returns the last grant."""
    user = user or UserFactory()
    for role in roles:
        last = Grant.objects.create(user=user, organisation=organisation, role=role, since=since, until=until)
    return last


def actor(organisation: Organisation, *roles: str, on: date = date(2026, 11, 23)) -> Actor:
    """A new person acting in these roles for an organisation."""
    user = grant(organisation, *roles).user
    return actor_for(user_id=user.pk, name=user.full_name, on=on, organisation_id=organisation.pk)
