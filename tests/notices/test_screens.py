import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.organisations import OrganisationFactory, WardFactory, grant
from thidua.foundation.models import OutgoingMail
from thidua.foundation.outbox import MOST_TRIES
from thidua.modules.notices import actions
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.roles import Role


@pytest.fixture(autouse=True)
def _demonstration(settings):
    settings.DEMONSTRATION = True


@pytest.fixture
def ward(db):
    return WardFactory()


@pytest.fixture
def clerk(ward):
    return grant(ward, Role.CLERK).user


def tell(ward, user, now, n):
    for number in range(n):
        news = actions.News(text=f"Tin {number}", url=reverse("accounts_me"), effect=f"t/{n}/{number}")
        actions.tell(actor=None, now=now, news=news, users=[user], organisation=ward)


def test_the_list_costs_the_same_for_one_and_three(client, ward, clerk, now):
    client.force_login(clerk)
    client.get(reverse("notices_list"))
    counts = []
    for n in (1, 2):
        tell(ward, clerk, now, n)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("notices_list")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_reading_leads_to_what_it_is_about(client, ward, clerk, now):
    tell(ward, clerk, now, 1)
    client.force_login(clerk)
    assert client.get(reverse("notices_read", args=[Notice.objects.get().pk])).url == reverse("accounts_me")
    assert Notice.objects.get().read_at is not None


def test_another_persons_notice_is_not_there(client, ward, clerk, now):
    tell(ward, clerk, now, 1)
    client.force_login(grant(ward, Role.CLERK).user)
    assert client.get(reverse("notices_read", args=[Notice.objects.get().pk])).status_code == 404


def test_all_read_at_once(client, ward, clerk, now):
    tell(ward, clerk, now, 3)
    client.force_login(clerk)
    client.post(reverse("notices_read_all"))
    assert Notice.objects.filter(read_at=None).count() == 0


class TestMail:
    @pytest.fixture
    def dead(self, now):
        return OutgoingMail.objects.create(
            to="x@example.vn",
            subject="s",
            body="b",
            effect="e",
            written_at=now,
            n_tries=MOST_TRIES,
            error="refused",
        )

    def test_the_wards_administrator_sees_what_waits_and_sends_it_again(self, client, ward, dead):
        client.force_login(grant(ward, Role.ADMINISTRATOR).user)
        assert "x@example.vn" in client.get(reverse("mail_list"), {"hong": "1"}).content.decode()
        client.post(reverse("mail_send_again", args=[dead.pk]))
        dead.refresh_from_db()
        assert dead.n_tries == 0

    def test_a_schools_administrator_does_not(self, client, ward, dead):
        client.force_login(grant(OrganisationFactory(parent=ward), Role.ADMINISTRATOR).user)
        assert client.get(reverse("mail_list")).status_code == 403
        assert client.post(reverse("mail_send_again", args=[dead.pk])).status_code == 403
