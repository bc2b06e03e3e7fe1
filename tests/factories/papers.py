from datetime import date

import factory
from factory.django import DjangoModelFactory

from factories.organisations import WardFactory
from thidua.modules.papers.models import Capacity, SigningAuthority


class SigningAuthorityFactory(DjangoModelFactory):
    """The chairperson of a ward, who signs in his own right."""

    class Meta:
        model = SigningAuthority

    organisation = factory.SubFactory(WardFactory)
    name = factory.Sequence(lambda n: f"Trần Văn Ký {n}")
    capacity = Capacity.HEAD
    head_post = "CHỦ TỊCH"
    since = date(2020, 1, 1)
