"""Thư khen."""

import pytest
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.exemplars import exemplar, verified
from factories.organisations import WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.exemplars.actions.exemplars import CannotRecord
from thidua.modules.exemplars.actions.praising import letters_of, write_praise
from thidua.modules.exemplars.provides import may_read_paper
from thidua.modules.organisations.api import Role
from thidua.modules.papers.models import Paper
from thidua.modules.register.models import Entry

pytestmark = pytest.mark.django_db
TYPED = {"to": "Ông Bùi Văn Đạt, Tổ dân phố số 7", "text": "Phường biểu dương việc làm của ông.\nTrân trọng."}


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at():
    return place()


def praise(at, row, **typed):
    said = {"body": at.school} | TYPED | typed
    return write_praise(exemplar=row, actor=at.officer, on=TODAY, now=NOW, **said)


def test_a_letter_is_kept_without_number_and_enters_no_register(at):
    row = verified(at)
    paper = praise(at, row)
    assert paper.letter["head"]["number"] is None
    assert paper.letter["paragraphs"] == ["Phường biểu dương việc làm của ông.", "Trân trọng."]
    assert not Entry.objects.exists()
    row.refresh_from_db()
    assert row.state == "verified"
    assert may_read_paper(at.officer, paper)
    assert may_read_paper(actor(WardFactory(name="Phường Khác"), Role.SPECIALIST), paper) is False


def test_another_text_is_a_new_version(at):
    row = verified(at)
    assert [praise(at, row).version, praise(at, row).version, praise(at, row, text="Khác.").version] == [
        1,
        1,
        2,
    ]


def test_what_nobody_verified_is_not_praised_on_paper(at):
    with pytest.raises(Refused):
        praise(at, exemplar(at))
    with pytest.raises(CannotRecord):
        praise(at, verified(at), text="  ")


def test_the_screen_starts_from_the_deed(client, at):
    row = verified(at)
    client.force_login(User.objects.get(pk=at.officer.user_id))
    page = client.get(reverse("exemplars_praise", args=[row.pk]))
    assert row.deed[:20] in page.context["form"]["text"].value()
    sent = client.post(reverse("exemplars_praise", args=[row.pk]), TYPED | {"body": at.school.pk})
    assert sent.url == reverse("exemplars_show", args=[row.pk])
    assert Paper.objects.get().title == f"Thư khen {row.name}"
    assert "Thư khen" in client.get(sent.url).content.decode()


def test_a_body_above_with_its_own_officer_may_send_it_another_may_not(at):
    row = verified(at)
    paper = write_praise(exemplar=row, body=at.ward, actor=at.specialist, on=TODAY, now=NOW, **TYPED)
    assert paper.organisation == at.ward
    assert praise(at, row).version == 1
    assert [one.organisation for one in letters_of(row)] == [at.ward, at.school]
    assert paper.letter["head"]["agency"].startswith("Ủy ban nhân dân")
    with pytest.raises(CannotRecord):
        praise(at, row, body=at.ward)


def test_a_unit_without_a_seal_is_told_who_writes(client, at):
    row = verified(at)
    at.school.has_legal_personality = False
    at.school.save()
    client.force_login(User.objects.get(pk=at.officer.user_id))
    assert "con dấu riêng" in client.get(reverse("exemplars_praise", args=[row.pk])).content.decode()
