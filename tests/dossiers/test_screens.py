import pytest
from django.test import Client
from django.urls import reverse

from factories.dossiers import (
    NOW,
    PDF,
    dossier,
    graded,
    initiative,
    minuted,
    person,
    place,
    propose,
    received,
    sent,
)
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.actions.evidence import attach
from thidua.modules.dossiers.models import Dossier

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def client_of(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_every_screen_of_a_draft_opens_for_its_officer(at):
    row = dossier(at)
    who = person(at.school)
    graded(who)
    initiative(who)
    _, fighter = propose(at, row, who, "LDTT", "CSTDCS")
    minuted(at, row)
    attach(
        dossier=row, code="chung_nhan", label="", candidate=fighter, content=PDF, name="a.pdf",
        actor=at.officer, now=NOW,
    )  # fmt: skip
    client = client_of(at.officer)
    names = ("show", "edit", "add", "meeting", "papers", "note", "history")
    urls = [reverse(f"dossiers_{name}", args=[row.pk]) for name in names]
    urls += [reverse(f"dossiers_{name}") for name in ("list", "create", "feat")]
    urls += [reverse(f"dossiers_{name}", args=[fighter.pk]) for name in ("candidate", "report")]
    urls += [reverse("dossiers_step", args=[row.pk, name]) for name in ("to_head", "send_signed")]
    urls += [
        f"{urls[2]}?loai=collective",
        f"{urls[2]}?loai=household&q=le",
        f"{urls[0]}?ung-vien={fighter.pk}",
    ]
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


def test_another_units_dossier_does_not_exist(at):
    row = sent(place())
    candidate = row.candidates.get()
    client = client_of(at.specialist)
    names = ("show", "edit", "add", "meeting", "papers", "note", "history", "return")
    urls = [reverse(f"dossiers_{name}", args=[row.pk]) for name in names]
    urls += [reverse(f"dossiers_{name}", args=[candidate.pk]) for name in ("candidate", "report")]
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 404)


def test_a_step_without_the_role_is_refused_with_its_reason(at):
    row = received(at)
    answer = client_of(at.officer).get(reverse("dossiers_return", args=[row.pk]))
    assert answer.status_code == 403


def test_the_list_costs_the_same_for_one_and_three(at, django_assert_max_num_queries):
    client, url = client_of(at.specialist), reverse("dossiers_list")
    client.get(url)
    counts = []
    for n in (1, 2):
        for _ in range(n):
            sent(at)
        with django_assert_max_num_queries(40) as asked:
            client.get(url)
        counts.append(len(asked))
    assert counts == [counts[0]] * 2


def test_the_page_costs_the_same_for_one_and_three_candidates(at, django_assert_max_num_queries):
    row = dossier(at)
    client, url = client_of(at.officer), reverse("dossiers_show", args=[row.pk])
    counts = []
    for n in (1, 2):
        for number in range(n):
            who = person(at.school, f"Nguyễn Thị {n}{number}")
            graded(who)
            initiative(who)
            propose(at, row, who, "LDTT")
        with django_assert_max_num_queries(80) as asked:
            client.get(url)
        counts.append(len(asked))
    assert counts == [counts[0]] * 2


def test_the_same_form_sent_twice_makes_one_dossier(at):
    client, url = client_of(at.officer), reverse("dossiers_create")
    form = {
        "once": "một-lần",
        "organisation": at.school.pk,
        "period": at.period.pk,
        "ground": "merit",
        "line": "state",
        "procedure": "normal",
    }
    first, second = client.post(url, form), client.post(url, form)
    made = Dossier.objects.get()
    assert (first.status_code, second.url) == (302, first.url)
    assert made.title == f"Đề nghị khen thưởng năm 2026 của {at.school.name}"
    assert (made.receiver, made.code) == (at.ward, "HS-2026-0001")


def test_a_wrong_head_keeps_what_was_typed(at):
    form = {
        "organisation": at.school.pk,
        "title": "Đề nghị A",
        "ground": "merit",
        "line": "state",
        "procedure": "normal",
    }
    answer = client_of(at.officer).post(reverse("dossiers_create"), form)
    assert answer.context["form"].errors == {"period": ["Hãy chọn kỳ đánh giá của đề nghị này."]}
    assert "Đề nghị A" in answer.content.decode()


def test_a_report_saves_itself_and_answers_a_conflict(at):
    row = dossier(at)
    (candidate,) = propose(at, row, person(at.school), "LDTT")
    client, url = client_of(at.officer), reverse("dossiers_report", args=[candidate.pk])
    autosave = {"X-Requested-With": "autosave"}
    saved = client.post(url, {"version": "0", "results": "Dạy giỏi"}, headers=autosave)
    assert saved.json()["version"] == 1
    stale = client.post(url, {"version": "0", "results": "Dạy rất giỏi"}, headers=autosave)
    assert (stale.status_code, stale.json()) == (409, {"url": url})
    for _looked_at_again in range(2):
        both = client.get(url).content.decode()
        assert ("Dạy giỏi" in both, "Dạy rất giỏi" in both) == (True, True)
    client.post(url, {"version": "1", "results": "Dạy giỏi, rất giỏi"})
    assert client.get(url).context["conflict"] is False


def test_a_head_saved_in_between_shows_both_texts(at):
    row = dossier(at)
    client, url = client_of(at.officer), reverse("dossiers_edit", args=[row.pk])
    form = {
        "period": at.period.pk,
        "ground": "merit",
        "line": "state",
        "procedure": "normal",
        "version": row.version,
    }
    assert client.post(url, form | {"title": "Của người thứ nhất"}).status_code == 302
    second = client.post(url, form | {"title": "Của người thứ hai"})
    assert [(theirs, mine) for _label, theirs, mine in second.context["conflict"]] == [
        ("Của người thứ nhất", "Của người thứ hai")
    ]
    assert (
        client.post(url, form | {"title": "Cùng chọn", "version": second.context["latest"]}).status_code
        == 302
    )
    row.refresh_from_db()
    assert row.title == "Cùng chọn"


def test_a_sudden_feat_is_told_in_one_form(at):
    form = {
        "organisation": at.school.pk,
        "name": "Vũ Đình Khoa",
        "honorific": "Ông",
        "achievement": "Dũng cảm cứu người đuối nước",
        "deed_on": "20/11/2026",
        "deed_place": "Hồ Thiền Quang",
        "confirmed_by": "Công an phường",
        "honour": "GK",
    }
    client = client_of(at.officer)
    answer = client.post(reverse("dossiers_feat"), form)
    made = Dossier.objects.get()
    candidate = made.candidates.get()
    assert answer.url == reverse("dossiers_show", args=[made.pk])
    assert (made.procedure, made.ground, candidate.name, candidate.honour) == (
        "simplified",
        "sudden",
        "Vũ Đình Khoa",
        "GK",
    )
    assert candidate.report.sections["results"] == "Dũng cảm cứu người đuối nước"
    assert client.post(reverse("dossiers_step", args=[made.pk, "to_head"]), {}).status_code == 302


def test_a_refused_upload_says_what_to_do(at):
    row = dossier(at)
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("a.pdf", b"MZ program")
    url = reverse("dossiers_attach", args=[row.pk])
    answer = client_of(at.officer).post(url, {"code": "other", "label": "Giấy chứng nhận", "file": upload})
    form = answer.context["attach"]
    assert (list(form.errors), form["label"].value()) == (["file"], "Giấy chứng nhận")
    assert row.evidence.count() == 0


def test_a_refused_paper_of_a_candidate_keeps_what_was_typed(at):
    row = dossier(at)
    [one] = propose(at, row, person(at.school), "LDTT")
    url = reverse("dossiers_attach", args=[row.pk])
    answer = client_of(at.officer).post(url, {"code": "other", "label": "Ảnh", "candidate": one.pk})
    form = answer.context["attach"]
    assert (list(form.errors), form["label"].value(), answer.context["candidate"]) == (["file"], "Ảnh", one)


def test_a_link_that_is_no_address_says_what_to_do(at):
    row = dossier(at)
    url = reverse("dossiers_attach", args=[row.pk])
    answer = client_of(at.officer).post(url, {"code": "other", "link": "javascript:alert(1)"}, follow=True)
    assert "https://…" in answer.content.decode()
    assert row.evidence.count() == 0


def test_a_step_that_is_not_possible_yet_leads_to_what_lacks(at):
    row = dossier(at)
    answer = client_of(at.officer).get(reverse("dossiers_step", args=[row.pk, "to_head"])).content.decode()
    assert f'<a href="{reverse("dossiers_meeting", args=[row.pk])}">' in answer
