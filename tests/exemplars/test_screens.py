"""The screens: a tip in a minute, the public form, triage, the exemplar's page."""

import base64
import hashlib
import json

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.exemplars import DEED, PNG, exemplar, tip, verified
from thidua.foundation import captcha
from thidua.kernel.text import fold
from thidua.modules.accounts.models import User
from thidua.modules.exemplars.actions import telling
from thidua.modules.exemplars.models import Exemplar, Tip

pytestmark = pytest.mark.django_db
TYPED = {"deed": DEED, "place": "Chợ Hôm", "deed_on": "20/11/2026", "who": "Trần Thị Bích Hà"}


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


@pytest.fixture
def door(at):
    return telling.open_door(organisation=at.school, actor=at.officer, now=NOW)


def solved(page) -> str:
    """What the script does in a browser."""
    asked = json.loads(page.context["challenge"])
    number = next(
        n
        for n in range(asked["maxnumber"] + 1)
        if hashlib.sha256(f"{asked['salt']}{n}".encode()).hexdigest() == asked["challenge"]
    )
    said = {"number": number, "salt": asked["salt"], "signature": asked["signature"]}
    return base64.b64encode(json.dumps(said).encode()).decode()


def answered(page) -> dict[str, str]:
    """What somebody without a script types: the sum, in figures."""
    token = page.context["form"]["token"].value()
    from django.core import signing

    one, other, _nonce = signing.loads(token, salt=captcha.SALT)
    return {"token": token, "answer": str(one + other)}


def test_told_in_one_form_and_once(client, at):
    sign_in(client, at.officer)
    values = TYPED | {"organisation": at.school.pk, "once": "k"}
    photo = SimpleUploadedFile("anh.png", PNG, "image/png")
    client.post(reverse("tips_tell"), values | {"photo": photo})
    client.post(reverse("tips_tell"), values)
    row = Tip.objects.get()
    assert (row.deed, row.source, row.told_by_id, row.photo.name) == (
        DEED,
        "inside",
        at.officer.user_id,
        "anh.png",
    )


def test_a_day_to_come_keeps_what_was_typed(client, at):
    sign_in(client, at.officer)
    page = client.post(
        reverse("tips_tell"), TYPED | {"organisation": at.school.pk, "deed_on": "20/11/2036", "once": "k"}
    )
    form = page.context["form"]
    assert (form["deed"].value(), list(form.errors)) == (DEED, ["deed_on"])


def test_the_public_form_by_a_proof_of_work(client, at, door):
    address = reverse("tips_public", args=[door.code])
    page = client.get(address)
    proof = {"proof": solved(page)}
    sent = client.post(address, TYPED | proof | {"teller_contact": "0912345678"})
    assert sent["Location"] == reverse("tips_thanks", args=[door.code])
    row = Tip.objects.get()
    assert (row.source, row.told_by_id, row.organisation_id) == ("public", None, at.school.pk)
    assert b"0912345678" not in client.get(sent["Location"]).content
    again = client.post(address, TYPED | proof)
    assert (again.status_code, Tip.objects.count()) == (200, 1)


def test_the_public_form_by_a_sum(client, at, door):
    address = reverse("tips_public", args=[door.code])
    said = answered(client.get(address))
    refused = client.post(address, TYPED | said | {"answer": "99"})
    assert (list(refused.context["form"].errors), refused.context["form"]["deed"].value()) == (
        ["answer"],
        DEED,
    )
    incomplete = client.post(address, TYPED | said | {"place": ""})
    assert list(incomplete.context["form"].errors) == ["place"]
    assert "?" in str(incomplete.context["form"]["answer"].label)
    assert client.post(address, TYPED | said).status_code == 302
    assert list(client.post(address, TYPED | said).context["form"].errors) == ["answer"]


def test_the_sum_is_answered_in_words_too():
    from django.core import signing
    from django.utils import translation

    with translation.override("vi"):
        token = signing.dumps([3, 4, "x"], salt=captcha.SALT)
        assert captcha.is_answered(token, fold(str(captcha.NUMBERS[6])))
    assert not captcha.is_answered("made up", "7")


def test_a_proof_grows_old(door):
    asked = captcha.challenge(NOW)
    said = {
        "number": 0,
        "salt": asked["salt"].replace("expires=", "expires=9"),
        "signature": asked["signature"],
    }
    assert not captcha.is_solved(base64.b64encode(json.dumps(said).encode()).decode(), NOW)
    assert not captcha.is_solved("không phải", NOW)


def test_the_eleventh_in_an_hour_waits(client, door):
    address = reverse("tips_public", args=[door.code])
    pages = [client.post(address, {"deed": ""}) for _n in range(11)]
    assert [bool(page.context["form"].non_field_errors()) for page in pages] == [False] * 10 + [True]


def test_a_code_that_nobody_gave_leads_nowhere(client, db):
    assert client.get(reverse("tips_public", args=["khong-co"])).status_code == 404


def test_triage_on_screen(client, at):
    sign_in(client, at.officer)
    first, second = tip(at), tip(at)
    page = client.get(reverse("tips_show", args=[second.pk]))
    assert page.context["near"] == [first]
    client.post(reverse("tips_merge", args=[second.pk]), {"same_as": first.pk})
    done = client.post(reverse("tips_accept", args=[first.pk]), {"name": "Cô Hà", "kind": "person"})
    row = Exemplar.objects.get()
    assert done["Location"] == reverse("exemplars_show", args=[row.pk])
    assert client.get(done["Location"]).context["tips"] == [first, second]


def test_who_only_told_it_does_not_triage(client, at):
    from factories.organisations import actor

    clerk = actor(at.ward, "clerk")
    row = telling.tell(organisation=at.school, draft=_draft(), actor=clerk, now=NOW)
    sign_in(client, clerk)
    page = client.get(reverse("tips_show", args=[row.pk]))
    assert (page.status_code, page.context["may_act"]) == (200, False)
    assert client.post(reverse("tips_accept", args=[row.pk]), {}).status_code == 403


def _draft():
    from factories.exemplars import draft

    return draft()


def test_referred_it_is_gone_for_the_officer(client, at):
    sign_in(client, at.officer)
    row = tip(at)
    client.post(reverse("tips_refer", args=[row.pk]))
    assert client.get(reverse("tips_show", args=[row.pk])).status_code == 404


def test_the_life_on_screen(client, at):
    sign_in(client, at.head)
    row = exemplar(at)
    here = reverse("exemplars_show", args=[row.pk])
    visit = {"visited_on": "23/11/2026", "by_whom": "Lê Quang Huy", "note": "Đúng như đã kể."}
    assert client.post(reverse("exemplars_visit", args=[row.pk]), visit)["Location"] == here
    client.post(reverse("exemplars_step", args=[row.pk, "verify"]), {})
    client.post(reverse("exemplars_step", args=[row.pk, "commend"]), {"reason": "Thư khen ngày 23/11"})
    refused = client.post(reverse("exemplars_step", args=[row.pk, "publicise"]), {"reason": "Bản tin phường"})
    assert refused.status_code == 200
    answer = {"consent": "given", "consent_on": "23/11/2026", "note": "bằng giấy"}
    client.post(reverse("exemplars_consent", args=[row.pk]), answer)
    client.post(reverse("exemplars_step", args=[row.pk, "publicise"]), {"reason": "Bản tin phường"})
    row.refresh_from_db()
    assert row.state == "publicised"
    assert client.get(reverse("exemplars_change", args=[row.pk])).status_code == 403


def test_changed_on_screen(client, at):
    sign_in(client, at.officer)
    row = exemplar(at)
    form = client.get(reverse("exemplars_change", args=[row.pk])).context["form"]
    values = {n: "" if (v := form[n].value()) is None else v for n in form.fields} | {"deed_on": "20/11/2026"}
    changed = {
        "natures": ["production"],
        "status_group": "worker",
        "mentor": "Chi hội phụ nữ",
        "plan": "Từng quý",
    }
    assert client.post(reverse("exemplars_change", args=[row.pk]), values | changed).status_code == 302
    row.refresh_from_db()
    assert (row.natures, row.status_group, row.version) == (["production"], "worker", 1)


def test_found_without_a_tip(client, at):
    sign_in(client, at.officer)
    values = {
        "organisation": at.school.pk,
        "name": "Tổ 2",
        "kind": "collective",
        "deed": DEED,
        "deed_on": "20/11/2026",
        "deed_place": "Trường",
        "once": "k",
    }
    client.post(reverse("exemplars_find"), values)
    row = Exemplar.objects.get()
    assert (row.kind, row.found_on) == ("collective", TODAY)


def test_the_poster_is_one_page_with_the_unit(client, at):
    import pypdfium2

    sign_in(client, at.officer)
    assert client.get(reverse("tips_poster", args=[at.school.pk])).status_code == 404
    client.post(reverse("tips_open", args=[at.school.pk]))
    pdf = pypdfium2.PdfDocument(client.get(reverse("tips_poster", args=[at.school.pk])).content)
    words = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert len(pdf) == 1
    assert at.school.name in words
    assert "NGƯỜI TỐT, VIỆC TỐT" in words


@pytest.mark.parametrize("name", ["tips_list", "exemplars_list", "tips_posters"])
def test_a_list_costs_the_same_at_any_length(client, at, name):
    sign_in(client, at.specialist)
    verified(at)
    telling.open_door(organisation=at.school, actor=at.officer, now=NOW)
    client.get(reverse(name))

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(name))
        return len(captured)

    one = n_queries()
    verified(at)
    verified(at)
    telling.open_door(organisation=at.ward, actor=at.specialist, now=NOW)
    assert n_queries() == one


def test_two_who_change_one_exemplar_see_both_texts(client, at):
    sign_in(client, at.officer)
    row = exemplar(at)
    here = reverse("exemplars_change", args=[row.pk])
    form = client.get(here).context["form"]
    values = {n: "" if (v := form[n].value()) is None else v for n in form.fields} | {"deed_on": "20/11/2026"}
    client.post(here, values | {"mentor": "Chi bộ 3"})
    page = client.post(here, values | {"mentor": "Chi bộ 5"})
    assert [(theirs, mine) for _label, theirs, mine in page.context["conflict"]] == [("Chi bộ 3", "Chi bộ 5")]
    assert (
        client.post(here, values | {"mentor": "Chi bộ 5", "version": page.context["latest"]}).status_code
        == 302
    )
