"""Merging and splitting double records, transfers between units, and who reads which years."""

from datetime import date, datetime

import pytest

from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, actor
from factories.people import GradeFactory, PersonFactory, PostFactory, initiative
from thidua.foundation.permissions import Refused
from thidua.kernel.days import VIETNAM
from thidua.modules.organisations.api import Role
from thidua.modules.people import actions
from thidua.modules.people.actions.merging import preview
from thidua.modules.people.models import Grade, Person, Transfer
from thidua.modules.people.queries import identities, likely_doubles, search, timeline, visible_to

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
ON = date(2026, 11, 23)


@pytest.fixture
def ward():
    return WardFactory()


@pytest.fixture
def school(ward):
    return OrganisationFactory(parent=ward)


@pytest.fixture
def specialist(ward):
    return actor(ward, Role.SPECIALIST)


def twins(school) -> tuple[Person, Person]:
    kept = PersonFactory(organisation=school, name="Đặng Thị Ánh", birth_year=1990)
    merged = PersonFactory(
        organisation=school, name="Đặng Thị Ánh", birth_year=1990, born_on=date(1990, 5, 2), sex="female"
    )
    return kept, merged


def merge(kept, merged, who, reason="Cùng số định danh trên hồ sơ giấy"):
    return actions.merge(kept=kept, merged=merged, reason=reason, actor=who, now=NOW)


def holders_of_grades() -> list[tuple[int, int]]:
    return sorted(Grade.objects.values_list("period__year", "person"))


def test_facts_move_but_for_those_already_there(school, specialist):
    kept, merged = twins(school)
    for person, year in ((kept, 2025), (merged, 2025), (merged, 2024)):
        GradeFactory(person=person, period=PeriodFactory(year=year))
    initiative(merged)
    shown = {m.kind.__name__: (len(m.moves), len(m.stays)) for m in preview(kept, merged)}
    assert shown == {"Grade": (1, 1), "InitiativeAuthor": (1, 0)}
    merge(kept, merged, specialist)
    kept.refresh_from_db()
    assert holders_of_grades() == [(2024, kept.pk), (2025, kept.pk), (2025, merged.pk)]
    assert (kept.born_on, kept.sex) == (date(1990, 5, 2), "female")
    assert identities([kept.pk]) == {kept.pk: kept.pk, merged.pk: kept.pk}
    assert list(search(specialist, "anh dang")) == [kept]


def test_a_split_gives_each_record_its_own_again(school, specialist):
    kept, merged = twins(school)
    GradeFactory(person=merged, period=PeriodFactory(year=2024))
    joined = merge(kept, merged, specialist)
    actions.split(merge=joined, actor=specialist, now=NOW)
    assert holders_of_grades() == [(2024, merged.pk)]
    assert (Person.objects.get(pk=kept.pk).born_on, Person.objects.get(pk=merged.pk).merged_into) == (
        None,
        None,
    )
    with pytest.raises(actions.CannotSplit):
        actions.split(merge=joined, actor=specialist, now=NOW)


def test_records_merged_before_follow_and_come_back(school, specialist):
    first, second = twins(school)
    third = PersonFactory(organisation=school)
    merge(second, third, specialist)
    joined = merge(first, second, specialist)
    assert identities([first.pk]) == dict.fromkeys((first.pk, second.pk, third.pk), first.pk)
    actions.split(merge=joined, actor=specialist, now=NOW)
    assert identities([second.pk]) == {second.pk: second.pk, third.pk: second.pk}


def test_who_may_merge_what(school, specialist):
    kept, merged = twins(school)
    for stranger in (actor(school, Role.UNIT_OFFICER), actor(OrganisationFactory(), Role.UNIT_HEAD)):
        with pytest.raises(Refused):
            merge(kept, merged, stranger)
    with pytest.raises(actions.CannotMerge):
        merge(kept, kept, specialist)
    with pytest.raises(actions.CannotMerge):
        merge(kept, merged, specialist, reason=" ")
    assert Person.objects.filter(merged_into__isnull=False).count() == 0


def test_likely_doubles_are_alike_in_name_and_birth(school, specialist):
    person, twin = twins(school)
    alike = PersonFactory(organisation=school, name="Đặng Thi Ánh", birth_year=None)
    PersonFactory(organisation=school, name="Đặng Thị Ánh", birth_year=1975)
    PersonFactory(organisation=school, name="Vũ Quốc Ánh", birth_year=1990)
    assert [double.person for double in likely_doubles(specialist, person)] == [twin, alike]


@pytest.fixture
def target(ward):
    return OrganisationFactory(parent=ward)


def asked(school, target) -> Transfer:
    person = PersonFactory(organisation=school)
    PostFactory(person=person, since=date(2020, 9, 1))
    return actions.ask_transfer(
        person=person, target=target, moves_on=date(2026, 11, 1), actor=actor(school, Role.UNIT_OFFICER)
    )


def test_a_transfer_is_accepted_by_the_receiving_unit(school, target):
    row = asked(school, target)
    with pytest.raises(Refused):
        actions.accept_transfer(transfer=row, actor=actor(school, Role.UNIT_HEAD), on=ON)
    receiver = actor(target, Role.UNIT_OFFICER)
    assert list(visible_to(receiver)) == [row.person]
    person = actions.accept_transfer(transfer=row, actor=receiver, on=ON)
    assert person.organisation == target
    spans = person.posts.order_by("since").values_list("organisation", "since", "until")
    assert list(spans) == [
        (school.pk, date(2020, 9, 1), date(2026, 11, 1)),
        (target.pk, date(2026, 11, 1), None),
    ]
    with pytest.raises(actions.CannotTransfer):
        actions.decline_transfer(transfer=row, reason="Muộn", actor=receiver)


def test_a_transfer_waits_for_its_day(school, target):
    row = asked(school, target)
    with pytest.raises(actions.CannotTransfer) as refused:
        actions.accept_transfer(transfer=row, actor=actor(target, Role.UNIT_HEAD), on=date(2026, 10, 31))
    assert str(refused.value) == "The move is on 01/11/2026: accept it from that day on."


def test_a_declined_transfer_says_why_and_changes_nothing(school, target):
    row = asked(school, target)
    receiver = actor(target, Role.UNIT_HEAD)
    actions.decline_transfer(transfer=row, reason="Chưa có chỉ tiêu biên chế", actor=receiver)
    assert (Transfer.objects.get().state, Person.objects.get().organisation) == ("declined", school)
    assert list(visible_to(receiver)) == []


def test_the_old_unit_keeps_reading_its_own_years_only(school, target):
    row = asked(school, target)
    for year in (2025, 2027):
        GradeFactory(person=row.person, period=PeriodFactory(year=year))
    actions.accept_transfer(transfer=row, actor=actor(target, Role.UNIT_HEAD), on=ON)
    old = actor(school, Role.UNIT_OFFICER)
    assert list(visible_to(old)) == [row.person]
    person = Person.objects.get()
    assert [item.when for item in timeline(old, person) if item.when] == ["năm 2025"]
    new = actor(target, Role.UNIT_OFFICER)
    assert [item.when for item in timeline(new, person) if item.when] == ["năm 2025", "năm 2027"]
