"""An award is entered, revoked or corrected by entries of its own; old awards wait until they are compared."""

from datetime import date

import pytest

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.people import PersonFactory
from factories.register import BASIS, NOW, award_to, entered
from thidua.foundation.permissions import Refused
from thidua.modules.organisations.api import Role
from thidua.modules.register import chain
from thidua.modules.register.api import (
    Basis,
    CannotCorrect,
    CannotEnter,
    CannotRevoke,
    check_entry,
    correct,
    enter,
    enter_historical,
    revoke,
)
from thidua.modules.register.models import Act, Entry, Source
from thidua.modules.register.queries import acts_of, entries_list, in_force

pytestmark = pytest.mark.django_db
LATER = Basis(decided_by="Chủ tịch UBND phường", decision_number="150/QĐ-UBND", decided_on=date(2026, 9, 1))


@pytest.fixture
def ward():
    return WardFactory()


@pytest.fixture
def clerk(ward):
    return actor(ward, Role.CLERK)


@pytest.fixture
def specialist(ward):
    return actor(ward, Role.SPECIALIST)


@pytest.fixture
def teacher(ward):
    return PersonFactory(organisation=OrganisationFactory(parent=ward), name="Đặng Thị Ánh")


def test_entries_are_numbered_in_the_order_given(ward, clerk, teacher):
    rows = entered(ward, clerk, award_to(teacher), award_to(teacher, "CSTDCS"))
    assert [(row.place, row.honour, row.level) for row in rows] == [
        (1, "LDTT", "xa"),
        (2, "CSTDCS", "xa"),
    ]


def test_a_decision_without_number_is_not_entered(ward, clerk, teacher):
    with pytest.raises(CannotEnter) as refused:
        enter(body=ward, basis=Basis(decided_by="Chủ tịch"), awards=[award_to(teacher)], actor=clerk, now=NOW)
    assert str(refused.value) == "A decision is entered once it has its number and day."


def test_an_honour_outside_the_catalogue_is_not_entered(ward, clerk, teacher):
    with pytest.raises(CannotEnter):
        entered(ward, clerk, award_to(teacher, "KHONG_CO"))
    assert Entry.objects.count() == 0


def test_only_the_keeper_of_the_book_enters(ward, teacher):
    for stranger in (actor(ward, Role.UNIT_OFFICER), actor(WardFactory(), Role.CLERK)):
        with pytest.raises(Refused):
            entered(ward, stranger, award_to(teacher))


def test_a_revoked_award_stands_no_longer(ward, clerk, teacher):
    (row,) = entered(ward, clerk, award_to(teacher))
    revoke(entry=row, basis=LATER, note="Kê khai sai", actor=clerk, now=NOW)
    assert list(in_force(Entry.objects.all())) == []
    assert list(in_force(Entry.objects.all(), date(2026, 8, 31))) == [row]
    assert [act.act for act in acts_of(row)] == [Act.GRANT, Act.REVOKE]
    with pytest.raises(CannotRevoke):
        revoke(entry=row, basis=LATER, note="Lần nữa", actor=clerk, now=NOW)


def test_a_correction_says_the_line_anew(ward, clerk, teacher):
    (row,) = entered(ward, clerk, award_to(teacher))
    corrected = correct(entry=row, basis=LATER, changes={"name": "Đặng Thị Ảnh"}, actor=clerk, now=NOW)
    assert list(in_force(Entry.objects.all())) == [corrected]
    again = correct(entry=corrected, basis=LATER, changes={"post": "Hiệu trưởng"}, actor=clerk, now=NOW)
    shown = in_force(Entry.objects.all()).get()
    assert (shown.pk, shown.name, shown.post, shown.refers_to_id) == (
        again.pk,
        "Đặng Thị Ảnh",
        "Hiệu trưởng",
        row.pk,
    )
    assert chain.verify(ward.chain) is None


def test_recipient_and_honour_cannot_be_corrected(ward, clerk, teacher):
    (row,) = entered(ward, clerk, award_to(teacher))
    with pytest.raises(CannotCorrect):
        correct(entry=row, basis=LATER, changes={"honour": "CSTDCS"}, actor=clerk, now=NOW)


def test_an_old_award_is_unchecked_until_compared(ward, specialist, teacher):
    row = enter_historical(
        body=ward,
        basis=Basis(decided_by="Chủ tịch UBND quận"),
        award=award_to(teacher, "GK", 2015),
        source=Source.PHOTO,
        actor=specialist,
        now=NOW,
    )
    assert [(e.pk, e.is_checked) for e in entries_list(specialist, {"unchecked": True})] == [(row.pk, False)]
    check_entry(entry=row, note="Giấy khen gốc, ảnh chụp hai mặt", actor=specialist, now=NOW)
    assert [(e.pk, e.is_checked) for e in entries_list(specialist, {})] == [(row.pk, True)]
    assert list(entries_list(specialist, {"unchecked": True})) == []


def test_the_clerk_does_not_enter_old_awards(ward, clerk, teacher):
    with pytest.raises(Refused):
        enter_historical(
            body=ward, basis=BASIS, award=award_to(teacher), source=Source.LIST, actor=clerk, now=NOW
        )
