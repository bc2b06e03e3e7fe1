"""Pages by key: nothing is lost between them, back and forth, also when the key stands in another table."""

from factories.organisations import OrganisationFactory, PeriodFactory
from thidua.foundation.paging import capped_count, counted, keyset
from thidua.modules.organisations.models import Organisation, OrganisationPeriod

ORDER = ("-year", "-id")
BY_UNIT = ("organisation__sort", "id")


def test_pages_follow_each_other_and_lead_back(db):
    periods = [PeriodFactory(year=year) for year in (2021, 2022, 2023, 2024, 2025)]
    rows = type(periods[0]).objects.all()
    first = keyset(rows, order=ORDER, size=2)
    second = keyset(rows, order=ORDER, token=first.next, size=2)
    last = keyset(rows, order=ORDER, token=second.next, size=2)
    assert [[p.year for p in page.rows] for page in (first, second, last)] == [
        [2025, 2024],
        [2023, 2022],
        [2021],
    ]
    assert (first.previous, last.next) == ("", "")
    assert [p.year for p in keyset(rows, order=ORDER, token=last.previous, size=2).rows] == [2023, 2022]


def test_the_key_may_stand_in_another_table(db):
    for name in ("Trường B", "Trường A", "Trường C"):
        OrganisationFactory(name=name)
    rows = OrganisationPeriod.objects.select_related("organisation")
    first = keyset(rows, order=BY_UNIT, size=2)
    second = keyset(rows, order=BY_UNIT, token=first.next, size=2)
    assert [p.name for p in first.rows + second.rows] == ["Trường A", "Trường B", "Trường C"]


def test_a_token_from_elsewhere_begins_the_list_anew(db):
    PeriodFactory(year=2025)
    rows = type(PeriodFactory(year=2024)).objects.all()
    assert [p.year for p in keyset(rows, order=ORDER, token="khong-phai").rows] == [2025, 2024]


def test_rows_that_refer_are_counted(db):
    parent = OrganisationFactory()
    OrganisationFactory(parent=parent)
    OrganisationFactory(parent=parent)
    rows = Organisation.objects.annotate(n=counted(Organisation.objects.all(), "parent")).order_by("id")
    assert list(rows.values_list("n", flat=True)) == [2, 0, 0]
    assert capped_count(rows) == 3
