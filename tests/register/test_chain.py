"""The book of a deciding body is chained: what was changed, taken out or cut off is named."""

import pytest
from django.db import connection

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.people import PersonFactory
from factories.register import award_to, entered
from thidua.modules.organisations.api import Role
from thidua.modules.register import chain
from thidua.modules.register.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    ward = WardFactory()
    school = OrganisationFactory(parent=ward)
    clerk = actor(ward, Role.CLERK)
    entered(ward, clerk, *[award_to(PersonFactory(organisation=school)) for _ in range(3)])
    entered(
        ward, clerk, award_to(PersonFactory(organisation=school), "CSTDCS", first_year=2026, last_year=2026)
    )
    return ward.chain


def tamper(sql: str, *values: object) -> None:
    """Change the book as the owner of the table, with its triggers switched off."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE register_entry DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        cursor.execute("ALTER TABLE register_entry ENABLE TRIGGER USER")


def broken_at(book) -> tuple[int, str] | None:
    book.refresh_from_db()
    found = chain.verify(book)
    return (found.place, found.why) if found else None


def test_an_untouched_book_holds(book):
    assert broken_at(book) is None
    assert [entry.place for entry in book.entries.order_by("place")] == [1, 2, 3, 4]


def test_an_empty_book_holds():
    assert broken_at(chain.locked(WardFactory())) is None


def test_a_changed_honour_is_named(book):
    tamper("UPDATE register_entry SET honour = 'CSTDCT' WHERE chain_id = %s AND place = 2", book.pk)
    assert broken_at(book) == (2, "The entry was changed.")


def test_a_changed_name_is_named(book):
    tamper("UPDATE register_entry SET name = 'Người khác' WHERE chain_id = %s AND place = 3", book.pk)
    assert broken_at(book) == (3, "The name, post or achievement was changed.")


def test_an_entry_taken_out_is_named(book):
    tamper("DELETE FROM register_entry WHERE chain_id = %s AND place = 2", book.pk)
    assert broken_at(book) == (2, "The entry is missing.")


def test_a_book_cut_off_at_its_end_is_named(book):
    tamper("DELETE FROM register_entry WHERE chain_id = %s AND place = 4", book.pk)
    assert broken_at(book) == (4, "The last entries of the book are missing.")


def test_words_erased_by_law_do_not_break_the_chain(book):
    tamper(
        "UPDATE register_entry SET name = '', honorific = '', post = '', achievement = '', note = '', salt = ''"
        " WHERE chain_id = %s AND place = 2",
        book.pk,
    )
    assert broken_at(book) is None


def test_erasing_only_the_salt_is_named(book):
    tamper(
        "UPDATE register_entry SET salt = '', name = 'Người khác' WHERE chain_id = %s AND place = 2", book.pk
    )
    assert broken_at(book) == (2, "The name, post or achievement was changed.")


def test_each_body_has_a_chain_of_its_own(book):
    other = WardFactory()
    entered(other, actor(other, Role.CLERK), award_to(PersonFactory(organisation=other)))
    assert list(Entry.objects.filter(chain=other.chain).values_list("place", flat=True)) == [1]
    assert broken_at(book) is None
