"""The screens of decisions: who sees what, how often the database is asked, what a refusal says."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.decisions import PDF, chairman, drafted, in_force, numbered, signed, voted, with_leader
from factories.dossiers import Place
from factories.organisations import WardFactory, actor
from thidua.modules.accounts.models import User
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.papers.models import Paper
from thidua.modules.register.models import Entry

SignedIn = Callable[[Actor], Client]


@pytest.fixture
def signed_in(client: Client, time_machine: object) -> SignedIn:
    time_machine.move_to("2026-11-23T02:00:00Z", tick=False)

    def enter(who: Actor) -> Client:
        client.force_login(User.objects.get(pk=who.user_id))
        return client

    return enter


def status(client: Client, url: str) -> int:
    """The answer's code; a file is read to its end, which closes it."""
    answer = client.get(url)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_the_list_asks_the_database_as_often_for_three_as_for_one(at: Place, signed_in: SignedIn) -> None:
    client = signed_in(at.specialist)
    drafted(at)
    client.get(reverse("decisions_list"))
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("decisions_list"))
        counts.append((len(page.context["page"].rows), len(queries)))
        drafted(at)
        drafted(at)
    assert [n for n, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_a_page_asks_as_often_for_three_recipients_as_for_one(at: Place, signed_in: SignedIn) -> None:
    client = signed_in(at.specialist)
    one, three = drafted(at), drafted(at, voted(at), voted(at), voted(at))
    client.get(reverse("decisions_show", args=[one.pk]))
    counts = []
    for decision in (one, three):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("decisions_show", args=[decision.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_list_is_filtered_by_state_words_and_number(at: Place, signed_in: SignedIn) -> None:
    done, draft = numbered(at, number=112), drafted(at)
    client = signed_in(at.specialist)

    def rows(**filters: str) -> list[int]:
        return [row.pk for row in client.get(reverse("decisions_list"), filters).context["page"].rows]

    assert rows(**{"trang-thai": "numbered"}) == [done.pk]
    assert rows(q="112/QĐ-UBND") == [done.pk]
    assert rows(q="danh hieu cong nhan") == [draft.pk, done.pk]
    assert rows(q="giấy khen") == []


def test_another_bodys_decision_does_not_exist(at: Place, signed_in: SignedIn) -> None:
    decision = drafted(at)
    client = signed_in(actor(WardFactory(), Role.SPECIALIST))
    for name in ("decisions_show", "decisions_edit", "decisions_number"):
        assert client.get(reverse(name, args=[decision.pk])).status_code == 404


def test_the_unit_does_not_see_a_draft_about_its_people(at: Place, signed_in: SignedIn) -> None:
    decision = drafted(at)
    assert signed_in(at.officer).get(reverse("decisions_show", args=[decision.pk])).status_code == 404


def test_a_step_without_the_role_is_refused_with_a_reason(at: Place, signed_in: SignedIn) -> None:
    decision = with_leader(at)
    page = signed_in(at.specialist).get(reverse("decisions_number", args=[decision.pk]))
    assert page.status_code == 403
    assert "văn thư" in page.content.decode()


def test_the_whole_way_on_screen(at: Place, signed_in: SignedIn) -> None:
    chairman(at)
    file = voted(at, "CSTDCS")
    client = signed_in(at.specialist)
    body = {"candidate": [candidate.pk for candidate in file.candidates.all()], "once": "một", "title": ""}
    first = client.post(reverse("decisions_new"), body)
    assert client.post(reverse("decisions_new"), body)["Location"] == first["Location"]
    decision = Decision.objects.get()
    show = reverse("decisions_show", args=[decision.pk])
    client.post(reverse("decisions_step", args=[decision.pk, "trinh-ky"]))
    client = signed_in(at.clerk)
    number = {"number": 7, "signed_on": "23/11/2026", "signer": decision.signer_id, "late_reason": ""}
    assert client.post(reverse("decisions_number", args=[decision.pk]), number)["Location"] == show
    client.post(
        reverse("decisions_attach", args=[decision.pk]),
        {"file": SimpleUploadedFile("7.pdf", PDF, "application/pdf")},
    )
    client.post(reverse("decisions_step", args=[decision.pk, "hieu-luc"]))
    decision.refresh_from_db()
    assert decision.state == DecisionState.IN_FORCE
    assert "Có hiệu lực" in client.get(show).content.decode()


def test_a_number_used_before_is_refused_on_the_form_and_nothing_is_lost(
    at: Place, signed_in: SignedIn
) -> None:
    numbered(at, number=112)
    decision = with_leader(at)
    body = {"number": 112, "signed_on": "23/11/2026", "signer": decision.signer_id, "late_reason": "x"}
    page = signed_in(at.clerk).post(reverse("decisions_number", args=[decision.pk]), body)
    words = page.content.decode()
    assert "Số quyết định 112 đã dùng ngày 23/11/2026. Chọn số khác hoặc mở quyết định đó." in words
    assert 'value="112"' in words


def _texts(decision: Decision, version: int, merit: str) -> dict[str, object]:
    return {
        "version": version,
        "title": decision.title,
        "signer": decision.signer_id,
        "symbol": decision.symbol,
        "authority": decision.authority,
        "grounds": "\n".join(decision.grounds),
        "proposer": decision.proposer,
        "merit": merit,
        "money": decision.money,
        "executors": decision.executors,
        "copies": "Như Điều 3",
    }


def test_autosave_answers_the_new_version(at: Place, signed_in: SignedIn) -> None:
    decision = drafted(at)
    url = reverse("decisions_autosave", args=[decision.pk])
    answer = signed_in(at.specialist).post(url, _texts(decision, 0, "bản một"))
    assert answer.json() == {"version": 1, "words": "đã lưu lúc 09:00"}


def test_a_conflict_shows_both_texts_and_keeps_mine(at: Place, signed_in: SignedIn) -> None:
    decision = drafted(at)
    client = signed_in(at.specialist)
    url = reverse("decisions_autosave", args=[decision.pk])
    client.post(url, _texts(decision, 0, "bản một"))
    refused = client.post(url, _texts(decision, 0, "bản hai"))
    assert refused.status_code == 409
    page = client.get(refused.json()["url"])
    assert [(theirs, mine) for _label, theirs, mine in page.context["pairs"]] == [("bản một", "bản hai")]
    kept = client.post(reverse("decisions_edit", args=[decision.pk]), _texts(decision, 1, "bản hai"))
    assert kept.status_code == 302
    assert Decision.objects.get(pk=decision.pk).merit == "bản hai"


def test_the_unit_reads_the_decision(at: Place, signed_in: SignedIn) -> None:
    in_force(at, voted(at, "CSTDCS"))
    paper = Paper.objects.filter(kind="decision").latest("version")
    pages = [
        reverse("papers_show", args=[paper.pk]),
        reverse("files_download", args=[paper.pdf_id]),
    ]
    client = signed_in(at.officer)
    assert [status(client, page) for page in pages] == [200, 200]
    client = signed_in(actor(WardFactory(), Role.SPECIALIST))
    assert [status(client, page) for page in pages] == [404, 404]


def test_revoking_from_the_screen_makes_a_draft_once(at: Place, signed_in: SignedIn) -> None:
    entry = in_force(at).items.get().entry
    client = signed_in(at.specialist)
    url = reverse("decisions_revoke", args=[entry.pk])
    body = {"ground": "a", "reason": "Kết luận thanh tra số 5", "once": "một"}
    first = client.post(url, body)
    assert first.status_code == 302
    assert client.post(url, body)["Location"] == first["Location"]
    assert Decision.objects.filter(kind="revoke").count() == 1


def test_a_correction_that_changes_nothing_is_refused(at: Place, signed_in: SignedIn) -> None:
    entry = Entry.objects.get(pk=in_force(at).items.get().entry_id)
    body = {
        "name": entry.name,
        "post": entry.post,
        "unit_name": entry.unit_name,
        "honorific": entry.honorific,
        "achievement": entry.achievement,
        "reason": "x",
    }
    page = signed_in(at.specialist).post(reverse("decisions_correct", args=[entry.pk]), body)
    assert "Sửa ít nhất một nội dung." in page.content.decode()


def test_what_came_back_from_the_province_is_entered(at: Place, signed_in: SignedIn) -> None:
    file = voted(at, "BK_TINH")
    client = signed_in(at.specialist)
    client.post(reverse("decisions_forward", args=[file.pk]))
    candidate = file.candidates.get()
    url = reverse("decisions_outcome", args=[candidate.pk])
    short = client.post(url, {"outcome": "granted"})
    assert "Nhập số, ngày và cấp ra quyết định" in short.content.decode()
    body = {
        "outcome": "granted",
        "number": "45/QĐ-UBND",
        "decided_on": "20/11/2026",
        "decided_by": "Chủ tịch UBND thành phố",
    }
    assert client.post(url, body)["Location"] == reverse("decisions_higher")
    assert Entry.objects.get().decision_number == "45/QĐ-UBND"


def test_a_file_that_is_no_pdf_is_told_on_the_page(at: Place, signed_in: SignedIn) -> None:
    decision = numbered(at)
    client = signed_in(at.clerk)
    upload = SimpleUploadedFile("a.pdf", b"not a pdf")
    client.post(reverse("decisions_attach", args=[decision.pk]), {"file": upload})
    page = client.get(reverse("decisions_show", args=[decision.pk]))
    assert "Tải lên bản đã ký dạng PDF" in page.content.decode()


def test_pages_of_each_state_open_for_those_who_work_there(at: Place, signed_in: SignedIn) -> None:
    pages = [
        (at.specialist, "decisions_edit", drafted(at).pk),
        (at.clerk, "decisions_number", with_leader(at).pk),
        (at.clerk, "decisions_show", signed(at).pk),
    ]
    found = [signed_in(who).get(reverse(name, args=[pk])).status_code for who, name, pk in pages]
    lists = [
        signed_in(at.specialist).get(reverse(f"decisions_{name}")).status_code for name in ("new", "higher")
    ]
    assert (found, lists) == ([200, 200, 200], [200, 200])
