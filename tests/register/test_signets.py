"""The heads are signed daily, so that a book rewritten as a whole is found out."""

from datetime import date

import pytest
from django.db import connection

from factories.organisations import WardFactory, actor
from factories.people import PersonFactory
from factories.register import award_to, entered
from thidua.foundation import keys
from thidua.foundation.keys import ring
from thidua.foundation.keys.store import write_new
from thidua.kernel.hashing import link
from thidua.modules.organisations.api import Role
from thidua.modules.register import chain, checks, signets
from thidua.modules.register.models import Entry, Signet

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keys(tmp_path, settings):
    settings.KEYS_PATH = tmp_path / "keys.json"
    write_new(settings.KEYS_PATH, ring.begun(bytes(32), date(2026, 1, 1)))
    keys.load()


@pytest.fixture
def ward():
    ward = WardFactory()
    entered(ward, actor(ward, Role.CLERK), *[award_to(PersonFactory(organisation=ward)) for _ in range(2)])
    return ward


def owner(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("register_entry", "register_signet"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        for table in ("register_entry", "register_signet"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_a_head_is_signed_once_and_only_when_the_book_has_grown(ward):
    assert signets.sign_heads(date(2026, 11, 23)) == 1
    assert signets.sign_heads(date(2026, 11, 24)) == 0
    signet = Signet.objects.get()
    assert (signet.n_entries, signet.head) == (2, Entry.objects.get(place=2).hash)
    assert signets.is_genuine(signet) is True


def test_a_book_rewritten_with_its_head_differs_from_the_signed_head(ward):
    signets.sign_heads(date(2026, 11, 23))
    last = Entry.objects.get(chain=ward.chain, place=2)
    last.honour = "CSTDCS"
    forged = link(last.previous, chain.content(last))
    owner("UPDATE register_entry SET honour = 'CSTDCS', hash = %s WHERE id = %s", forged, last.pk)
    owner("UPDATE register_chain SET head = %s WHERE id = %s", forged, ward.chain.pk)
    ward.chain.refresh_from_db()
    found = chain.verify(ward.chain)
    assert found == chain.Break(ward.chain.pk, 2, "The entry differs from the signed head of its day.")


def test_the_doctor_names_a_broken_book_and_a_forged_signet(ward):
    signets.sign_heads(date(2026, 11, 23))
    assert list(checks.register_chains()) == []
    owner("UPDATE register_entry SET name = 'Người khác' WHERE chain_id = %s AND place = 1", ward.chain.pk)
    owner("UPDATE register_signet SET signature = 'x'")
    said = [problem.what for problem in checks.register_chains()]
    assert said == [
        f"The book of {ward.name} does not hold at number 1: The name, post or achievement was changed.",
        f"The head of the book of {ward.name} signed on 23/11/2026 was not signed with our key.",
    ]
