import uuid
from datetime import date

import pytest
from django.utils.translation import gettext_lazy

from factories.accounts import UserFactory
from factories.organisations import WardFactory, actor, grant
from thidua.foundation.models import OutgoingMail
from thidua.foundation.outbox import MOST_TRIES, send_batch
from thidua.modules.notices import actions, queries
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.roles import Role

TODAY = date(2026, 11, 23)
NEWS = actions.News(text="Hồ sơ HS-1 đã được tiếp nhận.", url="/ho-so/1/", effect="dossier/1/received")


@pytest.fixture
def ward(db):
    return WardFactory()


def tell(ward, now, *users, news=NEWS):
    return actions.tell(actor=None, now=now, news=news, users=users, organisation=ward)


def test_nobody_hears_the_same_twice(ward, now):
    one, other = UserFactory(), UserFactory(email="x@example.vn")
    assert [tell(ward, now, one), tell(ward, now, one, other)] == [1, 1]
    assert (Notice.objects.count(), OutgoingMail.objects.count()) == (2, 1)


def test_a_mail_goes_only_where_there_is_an_address(ward, now):
    tell(ward, now, UserFactory(email="binh@example.vn", full_name="Trần Thị Bình"), UserFactory())
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("binh@example.vn", NEWS.text)
    assert "http://localhost:8000/ho-so/1/" in mail.body


def test_roles_of_an_organisation_are_told(ward, now):
    clerk = grant(ward, Role.CLERK).user
    grant(ward, Role.LEADER)
    grant(WardFactory(), Role.CLERK)
    actions.tell_roles(actor=None, now=now, news=NEWS, organisation=ward, roles=[Role.CLERK], on=TODAY)
    assert [n.user for n in Notice.objects.all()] == [clerk]


def test_each_in_his_language(ward, now):
    lazy = actions.News(text=gettext_lazy("Vietnamese"), url="", effect="x")
    users = UserFactory(language="vi"), UserFactory(language="en")
    tell(ward, now, *users, news=lazy)
    assert [n.text for n in Notice.objects.order_by("user")] == ["Tiếng Việt", "Vietnamese"]


def test_only_its_reader_marks_it_read(ward, now):
    reader, other = actor(ward, Role.CLERK), actor(ward, Role.CLERK)
    tell(ward, now, grant(ward, Role.TELLER).user.__class__.objects.get(pk=reader.user_id))
    notice = Notice.objects.get()
    actions.mark_read(actor=other, now=now, notice=notice)
    assert (queries.n_unread(reader), queries.n_unread(other)) == (1, 0)
    actions.mark_read(actor=reader, now=now, notice=notice)
    assert queries.n_unread(reader) == 0


class TestOutbox:
    @pytest.fixture
    def mail(self, ward, now):
        tell(ward, now, UserFactory(email="binh@example.vn"))
        return OutgoingMail.objects.get()

    def test_sent_once(self, mail, now, mailoutbox):
        assert [send_batch(lambda: now), send_batch(lambda: now)] == [1, 0]
        assert [(m.to, m.subject) for m in mailoutbox] == [(["binh@example.vn"], NEWS.text)]

    def test_a_failing_server_gets_a_few_tries_and_then_waits_for_an_administrator(self, mail, now, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        for _ in range(MOST_TRIES + 1):
            send_batch(lambda: now)
        mail.refresh_from_db()
        assert (mail.n_tries, mail.sent_at, "refused" in mail.error) == (MOST_TRIES, None, True)
        assert list(queries.dead_mail()) == [mail]
        actions.send_again(actor=actor(WardFactory(), Role.ADMINISTRATOR), mail=mail)
        assert list(queries.dead_mail()) == []


def test_who_gets_a_role_is_told(ward, now):
    from thidua.foundation.events import Event
    from thidua.modules.notices import hearing

    given = grant(ward, Role.CLERK)
    news = Event(uuid.uuid4(), "organisations.role_given", given.pk, {})
    for _ in range(2):
        hearing.role_given(news)
    told = Notice.objects.get()
    assert (told.user, told.organisation, told.url) == (given.user, ward, "/vai-tro/")
    assert "văn thư" in told.text
