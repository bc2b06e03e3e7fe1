"""The screens of papers and of who may sign."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.papers import SigningAuthorityFactory
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.papers.models import SigningAuthority

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_PATH = tmp_path


def enter(client: Client, who: Actor) -> Client:
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def test_signers_are_listed_in_a_constant_number_of_questions(client: Client) -> None:
    ward = WardFactory()
    enter(client, actor(ward, Role.CLERK))
    SigningAuthorityFactory(organisation=ward)
    client.get(reverse("signers_list"))
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("signers_list"))
        counts.append((len(page.context["rows"]), len(queries)))
        SigningAuthorityFactory.create_batch(2, organisation=ward)
    assert [n for n, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_a_signer_is_entered_on_screen_once(client: Client) -> None:
    ward = WardFactory()
    enter(client, actor(ward, Role.CLERK))
    body = {
        "organisation": ward.pk,
        "name": "Lê Văn Phó",
        "capacity": "KT.",
        "head_post": "CHỦ TỊCH",
        "own_post": "PHÓ CHỦ TỊCH",
        "since": "01/07/2025",
        "until": "",
        "basis": "",
        "once": "một",
    }
    for _twice in range(2):
        assert client.post(reverse("signers_new"), body)["Location"] == reverse("signers_list")
    assert str(SigningAuthority.objects.get()) == "Lê Văn Phó — KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"
    assert "KT. CHỦ TỊCH" in client.get(reverse("signers_list")).content.decode()


def test_tuq_without_its_paper_is_refused_on_the_form(client: Client) -> None:
    ward = WardFactory()
    enter(client, actor(ward, Role.CLERK))
    body = {
        "organisation": ward.pk,
        "name": "Lê Văn Phó",
        "capacity": "TUQ.",
        "head_post": "CHỦ TỊCH",
        "own_post": "TRƯỞNG PHÒNG",
        "since": "01/07/2025",
    }
    page = client.post(reverse("signers_new"), body)
    assert "Ký TUQ. phải có văn bản ủy quyền." in page.content.decode()
    assert 'value="Lê Văn Phó"' in page.content.decode()


def test_another_bodys_signer_does_not_exist_and_roles_are_asked(client: Client) -> None:
    signer = SigningAuthorityFactory()
    url = reverse("signers_edit", args=[signer.pk])
    assert enter(client, actor(WardFactory(), Role.CLERK)).get(url).status_code == 404
    assert enter(client, actor(signer.organisation, Role.ACCOUNTANT)).get(url).status_code == 403
    school = OrganisationFactory(parent=signer.organisation)
    assert enter(client, actor(school, Role.UNIT_OFFICER)).get(reverse("signers_list")).status_code == 403
