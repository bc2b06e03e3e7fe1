from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from factories.organisations import OrganisationFactory, WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.kernel.text import sort_key
from thidua.modules.organisations import actions, queries
from thidua.modules.organisations.actor import actor_for
from thidua.modules.organisations.models import Closure, Kind, SuccessionKind, YearKind
from thidua.modules.organisations.roles import Role

TODAY = date(2026, 11, 23)


@pytest.fixture
def ward(db):
    return WardFactory(name="Phường Hai Bà Trưng", code="00256")


@pytest.fixture
def administrator(ward):
    return actor(ward, Role.ADMINISTRATOR)


def school(administrator, ward, **changes):
    facts = {
        "name": "Trường Tiểu học Lê Ngọc Hân",
        "kind": Kind.SCHOOL,
        "parent": ward,
        "on": date(2026, 9, 1),
    }
    return actions.create(actor=administrator, **facts | changes)


class TestCreate:
    def test_a_school_is_evaluated_by_school_years_and_stands_under_the_ward(self, administrator, ward):
        made = school(administrator, ward, name="  Trường  Mầm non Lê Quý Đôn ")
        assert (made.name, made.code, made.year_kind) == (
            "Trường Mầm non Lê Quý Đôn",
            "00256.01",
            YearKind.SCHOOL,
        )
        assert administrator.covers(made.pk)
        assert list(queries.visible_to(administrator).order_by("pk")) == [ward, made]

    def test_the_next_free_number_is_taken(self, administrator, ward):
        OrganisationFactory(parent=ward, code="00256.02")
        assert school(administrator, ward).code == "00256.03"

    def test_a_code_or_name_already_taken_is_refused(self, administrator, ward):
        first = school(administrator, ward)
        with pytest.raises(actions.CannotCreate) as code:
            school(administrator, ward, name="Trường khác", code=first.code)
        with pytest.raises(actions.CannotCreate) as name:
            school(administrator, ward)
        assert (code.value.field, name.value.field) == ("code", "name")

    def test_nobody_makes_a_unit_outside_his_scope(self, administrator):
        with pytest.raises(Refused):
            school(administrator, WardFactory())

    def test_a_specialist_is_no_administrator(self, ward):
        with pytest.raises(Refused):
            school(actor(ward, Role.SPECIALIST), ward)


class TestRename:
    def test_papers_of_each_day_name_it_as_it_was(self, administrator, ward):
        made = school(administrator, ward, on=date(2025, 7, 1))
        actions.rename(
            actor=administrator, on=date(2026, 1, 1), organisation=made, name="Trường Tiểu học Đồng Nhân"
        )
        made.refresh_from_db()
        days = (date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
        assert [queries.name_on(made, day) for day in days] == [
            "Trường Tiểu học Lê Ngọc Hân",
            "Trường Tiểu học Lê Ngọc Hân",
            "Trường Tiểu học Đồng Nhân",
        ]
        assert (made.name, made.search) == ("Trường Tiểu học Đồng Nhân", "truong tieu hoc dong nhan 00256.01")

    def test_on_its_own_first_day_the_period_is_corrected(self, administrator, ward):
        made = school(administrator, ward)
        actions.rename(actor=administrator, on=made.since, organisation=made, name="Tên đúng")
        assert [p.name for p in made.periods.all()] == ["Tên đúng"]

    @pytest.mark.parametrize("day", [date(2026, 11, 24), date(2026, 8, 31)])
    def test_neither_before_its_day_nor_before_the_present_period(self, administrator, ward, day):
        made = school(administrator, ward)
        with pytest.raises(actions.CannotChangeTree) as refusal:
            actions.rename(actor=administrator, on=day, organisation=made, name="Tên khác")
        assert refusal.value.field == "since"


class TestMove:
    def test_sight_follows_the_place_by_day(self, administrator, ward):
        office = OrganisationFactory(parent=ward, kind=Kind.OFFICE)
        unit = OrganisationFactory(parent=ward)
        below = OrganisationFactory(parent=unit)
        actions.move(actor=administrator, on=date(2026, 6, 1), organisation=unit, parent=office)
        seen = {
            day: sorted(
                Closure.objects.filter(ancestor=office, since__lte=day).values_list("descendant", flat=True)
            )
            for day in (date(2026, 5, 31), date(2026, 6, 1))
        }
        assert seen == {date(2026, 5, 31): [office.pk], date(2026, 6, 1): [office.pk, unit.pk, below.pk]}

    def test_not_under_itself_nor_under_its_own_unit(self, administrator, ward):
        unit = OrganisationFactory(parent=ward)
        below = OrganisationFactory(parent=unit)
        for parent in (unit, below):
            with pytest.raises(actions.CannotChangeTree):
                actions.move(actor=administrator, on=TODAY, organisation=unit, parent=parent)


class TestSuccession:
    @pytest.fixture
    def province(self, db):
        return WardFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE)

    @pytest.fixture
    def chief(self, province):
        return actor(province, Role.ADMINISTRATOR)

    def test_books_units_and_roles_follow_the_keeper(self, province, chief):
        old, new = WardFactory(parent=province), WardFactory(parent=province)
        unit = OrganisationFactory(parent=old)
        clerk, leader = actor(old, Role.CLERK), actor(old, Role.LEADER)
        merger(chief, [actions.Part(old, new, is_keeper=True)])
        for row in (old, unit):
            row.refresh_from_db()
        assert (old.until, unit.parent) == (date(2026, 7, 1), new)
        ours = actor(new, Role.SPECIALIST)
        assert [ours.covers(row.pk) for row in (old, unit, province)] == [True, True, False]
        roles = [acting(who).roles for who in (clerk, leader)]
        assert roles == [{Role.CLERK}, frozenset()]
        assert acting(clerk).organisation == new

    def test_a_divided_ward_has_one_keeper(self, province, chief):
        old, one, other = (WardFactory(parent=province) for _ in range(3))
        merger(
            chief,
            [actions.Part(old, one, is_keeper=True), actions.Part(old, other)],
            kind=SuccessionKind.SPLIT,
        )
        assert [actor(ward, Role.SPECIALIST).covers(old.pk) for ward in (one, other)] == [True, False]
        assert [a.is_kept for ward in (one, other) for a in queries.awards_follow(ward.pk)] == [True, False]

    def test_awards_follow_through_several_changes(self, province, chief):
        first, second, third = (WardFactory(parent=province) for _ in range(3))
        merger(chief, [actions.Part(first, second, is_keeper=True)], on=date(2020, 3, 1))
        merger(chief, [actions.Part(second, third, is_keeper=True)], on=date(2025, 7, 1))
        assert [(a.organisation_id, a.until) for a in queries.awards_follow(third.pk)] == [
            (second.pk, date(2025, 7, 1)),
            (first.pk, date(2020, 3, 1)),
        ]
        assert actor(third, Role.SPECIALIST).covers(first.pk)

    @pytest.mark.parametrize("keepers", [(False, False), (True, True)])
    def test_neither_none_nor_two_keep_the_books(self, province, chief, keepers):
        old, one, other = (WardFactory(parent=province) for _ in range(3))
        parts = [
            actions.Part(old, ward, is_keeper=kept) for ward, kept in zip((one, other), keepers, strict=True)
        ]
        with pytest.raises(actions.CannotSucceed):
            merger(chief, parts)
        old.refresh_from_db()
        assert old.until is None

    def test_who_ends_takes_nobodys_place(self, province, chief):
        one, other = WardFactory(parent=province), WardFactory(parent=province)
        with pytest.raises(actions.CannotSucceed):
            merger(
                chief, [actions.Part(one, other, is_keeper=True), actions.Part(other, one, is_keeper=True)]
            )

    def test_an_ended_unit_does_not_change_any_more(self, province, chief):
        old = WardFactory(parent=province)
        actions.close(actor=chief, on=date(2026, 7, 1), organisation=old, decision="Quyết định 1")
        with pytest.raises(actions.CannotChangeTree):
            actions.rename(actor=chief, on=date(2026, 8, 1), organisation=old, name="Tên khác")
        assert chief.covers(old.pk)


def merger(chief, parts, *, kind=SuccessionKind.MERGE, on=date(2026, 7, 1)):
    return actions.record_succession(actor=chief, on=on, kind=kind, decision="Nghị quyết 1656", parts=parts)


def acting(who):
    return actor_for(user_id=who.user_id, name=who.name, on=TODAY)


class TestTreeByDay:
    def test_a_level_as_it_stood(self, administrator, ward):
        office = school(administrator, ward, name="Phòng Văn hóa", kind=Kind.OFFICE, on=date(2025, 7, 1))
        late = school(administrator, ward, name="Trường An Dương", on=date(2026, 9, 1))
        then = queries.branches(administrator, ward.pk, date(2026, 8, 31))
        now = queries.branches(administrator, ward.pk, date(2026, 9, 1))
        assert [b.id for b in then] == [office.pk]
        assert [b.id for b in now] == [office.pk, late.pk]

    def test_roots_are_where_sight_begins(self, db):
        province = WardFactory(kind=Kind.PROVINCE)
        ward = WardFactory(parent=province)
        OrganisationFactory(parent=ward)
        found = queries.roots(actor(ward, Role.SPECIALIST), TODAY)
        assert [(b.id, b.n_below) for b in found] == [(ward.pk, 1)]

    def test_a_level_costs_one_query(self, administrator, ward, django_assert_num_queries):
        for n in (1, 2):
            OrganisationFactory.create_batch(n, parent=ward)
            with django_assert_num_queries(1):
                queries.branches(administrator, ward.pk, TODAY)

    def test_the_path_leads_from_the_top_of_the_sight(self, db):
        province = WardFactory(kind=Kind.PROVINCE, name="Hà Nội")
        ward = WardFactory(parent=province, name="Hai Bà Trưng")
        unit = OrganisationFactory(parent=ward)
        paths = [queries.path_to(actor(top, Role.SPECIALIST), unit.pk, TODAY) for top in (province, ward)]
        assert paths == [[(province.pk, "Hà Nội"), (ward.pk, "Hai Bà Trưng")], [(ward.pk, "Hai Bà Trưng")]]

    def test_search_without_marks_in_any_order(self, administrator, ward):
        made = school(administrator, ward)
        found = queries.searched(administrator, TODAY, words="han le ngoc")
        assert [b.id for b in found] == [made.pk]


def test_keys_of_old_are_made_anew_by_value(ward):
    """What the migration does with rows whose keys were made as plain text."""
    names = ["Tổ dân phố 10", "Tổ dân phố 2"]
    for name in names:
        OrganisationFactory(parent=ward, name=name, sort=sort_key(name).replace("0210", "10"))
    import_module("thidua.modules.organisations.migrations.0002_numbers_by_value").reorder(apps, None)
    assert [row.name for row in ward.children.order_by("sort")] == ["Tổ dân phố 2", "Tổ dân phố 10"]
    assert sorted(ward.children.values_list("sort", flat=True)) == sorted(map(sort_key, names))
