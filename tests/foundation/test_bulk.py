"""Rows by COPY: from models and from bare values, and looked up by thousands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.organisations import OrganisationFactory
from thidua.foundation.bulk import copy_in, copy_values, next_ids
from thidua.modules.people.models import Household

pytestmark = pytest.mark.django_db
NAMES = ("id", "organisation_id", "head_name", "search", "sort")


def row(pk: int, unit_id: int) -> tuple[object, ...]:
    return pk, unit_id, f"Chủ hộ {pk}", "chu ho", "chu"


def test_values_become_the_same_rows_as_models():
    unit = OrganisationFactory()
    one, other = next_ids(Household, 2)
    copy_in([Household(**dict(zip(NAMES, row(one, unit.pk), strict=True)))])
    copy_values(Household, NAMES, [row(other, unit.pk)])
    first, second = Household.objects.order_by("pk").values()
    assert second | {"id": one, "head_name": f"Chủ hộ {one}"} == first
    assert (second["known"], second["address"], second["head_id"]) == ([], "", None)


def test_a_copy_costs_the_same_for_many_rows():
    unit = OrganisationFactory()
    counted = []
    for n in (1, 50):
        ids = next_ids(Household, n)
        with CaptureQueriesContext(connection) as queries:
            copy_values(Household, NAMES, [row(pk, unit.pk) for pk in ids])
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_rows_among_many_keys():
    unit = OrganisationFactory()
    ids = next_ids(Household, 3)
    copy_values(Household, NAMES, [row(pk, unit.pk) for pk in ids])
    assert set(Household.objects.filter(pk__among=ids[1:]).values_list("pk", flat=True)) == set(ids[1:])
    assert Household.objects.filter(head_name__among=["Chủ hộ 0", f"Chủ hộ {ids[0]}"]).get().pk == ids[0]
    assert not Household.objects.filter(pk__among=[]).exists()
