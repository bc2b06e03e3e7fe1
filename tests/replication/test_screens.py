"""The screens: from a draft to a unit that applies it; lists, refusals, Excel, the number of queries."""

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW
from factories.dossiers import PDF, place
from factories.organisations import actor
from factories.replication import (
    adopted,
    begun,
    chosen,
    listed,
    piloted,
    proposed,
    reviewed,
    tried,
    unit_beside,
)
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Role
from thidua.modules.replication.models import Adoption, Lesson, Measure, Pilot, PracticeModel

pytestmark = pytest.mark.django_db
BEFORE = {
    "name": "Tỷ lệ hộ phân loại",
    "unit": "%",
    "aim": "more",
    "before": "12,5",
    "before_on": "01/08/2026",
    "before_by": "Tổ trưởng",
    "before_source": "Kiểm đếm",
}
AFTER = {"after": "61", "after_on": "20/11/2026", "after_by": "Tổ trưởng", "after_source": "Kiểm đếm"}


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


def test_a_model_is_entered_once(client, at):
    sign_in(client, at.officer)
    sent = {"organisation": at.school.pk, "name": "Ngõ phố không rác", "cost": "6.500.000", "once": "k"}
    for _ in range(2):
        done = client.post(reverse("models_begin"), sent)
    row = PracticeModel.objects.get()
    assert (done["Location"], row.cost, row.state) == (
        reverse("models_show", args=[row.pk]),
        6_500_000,
        "draft",
    )


def test_wrong_numbers_keep_what_was_typed(client, at):
    sign_in(client, at.officer)
    page = client.post(
        reverse("models_begin"),
        {"organisation": at.school.pk, "name": "Tên", "cost": "sáu triệu", "once": "k"},
    )
    form = page.context["form"]
    assert (list(form.errors), form["name"].value(), form["cost"].value()) == (["cost"], "Tên", "sáu triệu")


def test_changed_by_two_both_texts_stand(client, at):
    sign_in(client, at.officer)
    model = begun(at)
    here = reverse("models_change", args=[model.pk])
    sent = {"name": model.name, "novelty": "Bản một", "cost": "0", "version": 0}
    assert client.post(here, sent).status_code == 302
    page = client.post(here, sent | {"novelty": "Bản hai"})
    assert [(theirs, mine) for _label, theirs, mine in page.context["conflict"]] == [("Bản một", "Bản hai")]
    assert page.context["latest"] == 1


def test_files_are_attached_and_taken_out(client, at):
    sign_in(client, at.officer)
    model = begun(at)
    here = reverse("models_attach", args=[model.pk])
    file = SimpleUploadedFile("bao-cao.pdf", PDF, "application/pdf")
    assert client.post(here, {"label": "Báo cáo", "file": file}).status_code == 302
    refused = client.post(here, {"label": "Trống"})
    assert (refused.status_code, list(refused.context["proof"].errors)) == (200, ["file"])
    proof = model.proofs.get()
    assert b"".join(client.get(reverse("files_download", args=[proof.file_id])).streaming_content) == PDF
    client.post(reverse("models_detach", args=[proof.pk]))
    assert model.proofs.count() == 0


def test_a_file_of_a_draft_is_not_read_by_others(client, at):
    sign_in(client, at.officer)
    model = begun(at)
    file = SimpleUploadedFile("bao-cao.pdf", PDF, "application/pdf")
    client.post(reverse("models_attach", args=[model.pk]), {"file": file})
    sign_in(client, actor(at.ward, Role.INSPECTOR))
    assert client.get(reverse("files_download", args=[model.proofs.get().file_id])).status_code == 404


def test_a_step_that_lacks_something_says_so(client, at):
    sign_in(client, at.head)
    model = begun(at, novelty="")
    here = reverse("models_step", args=[model.pk, "propose"])
    assert len(client.get(here).context["lacks"]) == 1
    assert client.post(here, {"reason": ""}).context["form"].errors
    assert client.get(reverse("models_step", args=[model.pk, "no-such"])).status_code == 404
    assert client.get(reverse("models_step", args=[model.pk, "review"])).status_code == 403


def test_the_leader_hands_back_and_reads_it_no_more(client, at, settings):
    settings.DEMONSTRATION = True  # no second factor is asked for
    model = proposed(at)
    sign_in(client, actor(at.ward, Role.DEPUTY))
    done = client.post(reverse("models_step", args=[model.pk, "hand_back"]), {"reason": "Ghi rõ kinh phí"})
    assert done["Location"] == reverse("models_list")
    assert client.get(reverse("models_show", args=[model.pk])).status_code == 404


def test_the_review_is_typed(client, at):
    model, pilot = piloted(at)
    tried(at, pilot)
    sign_in(client, at.specialist)
    here = reverse("models_step", args=[model.pk, "review"])
    assert list(client.post(here, {"verdict": "worth", "reason": ""}).context["form"].errors) == ["reason"]
    client.post(here, {"verdict": "worth", "reason": "Tăng rõ"})
    model.refresh_from_db()
    assert (model.state, model.verdict, model.verdict_reason) == ("reviewed", "worth", "Tăng rõ")


def test_a_pilot_from_choice_to_conclusion(client, at):
    model, unit = proposed(at), unit_beside(at)
    sign_in(client, at.specialist)
    sent = {"organisation": unit.pk, "since": "01/09/2026", "until": "30/11/2026", "once": "p"}
    here = reverse("pilots_choose", args=[model.pk])
    assert list(client.post(here, sent | {"until": "01/08/2026"}).context["form"].errors) == ["until"]
    client.post(here, sent)
    pilot = Pilot.objects.get()
    sign_in(client, actor(unit, Role.UNIT_HEAD))
    page = client.post(reverse("pilots_measure", args=[pilot.pk]), BEFORE | {"before": "x"})
    assert (list(page.context["measure"].errors), page.context["measure"]["before"].value()) == (
        ["before"],
        "x",
    )
    client.post(reverse("pilots_measure", args=[pilot.pk]), BEFORE | {"once": "m"})
    measure = Measure.objects.get()
    assert str(measure.before) == "12.50"
    shown = client.get(reverse("measures_change", args=[measure.pk]))
    assert shown.context["form"]["before"].value() == "12,5"
    client.post(reverse("measures_change", args=[measure.pk]), BEFORE | AFTER)
    lesson = {"kind": "did_not", "text": "Trực theo ngày không bền", "for_whom": "tổ dân phố", "once": "l"}
    client.post(reverse("pilots_lesson", args=[pilot.pk]), lesson)
    here = reverse("pilots_step", args=[pilot.pk, "conclude"])
    assert client.get(here).context["lacks"] == []
    client.post(here, {"reason": "Đạt 61%"})
    pilot.refresh_from_db()
    assert (pilot.state, pilot.conclusion) == ("concluded", "Đạt 61%")
    assert client.get(reverse("models_show", args=[model.pk])).context["lessons"] == [Lesson.objects.get()]


def test_indicators_and_lessons_are_taken_out(client, at):
    _model, pilot = piloted(at)
    sign_in(client, at.head)
    client.post(reverse("pilots_measure", args=[pilot.pk]), BEFORE)
    client.post(
        reverse("pilots_lesson", args=[pilot.pk]), {"kind": "worked", "text": "Tốt", "for_whom": "trường"}
    )
    client.post(reverse("measures_drop", args=[Measure.objects.get().pk]))
    client.post(reverse("lessons_drop", args=[Lesson.objects.get().pk]))
    assert (Measure.objects.count(), Lesson.objects.count()) == (0, 0)


def test_another_unit_applies_the_model(client, at):
    model, unit = listed(at), unit_beside(at)
    head = actor(unit, Role.UNIT_HEAD)
    sign_in(client, head)
    here = reverse("adoptions_adopt", args=[model.pk])
    offered = client.get(here).context["form"].fields["organisation"].queryset
    assert list(offered) == [unit]
    sent = BEFORE | {"organisation": unit.pk, "since": "01/10/2026", "way": "Gộp hai ngõ", "once": "a"}
    page = client.post(here, sent | {"since": "01/10/2036"})
    assert (list(page.context["form"].errors), page.context["form"]["way"].value()) == (
        ["since"],
        "Gộp hai ngõ",
    )
    for _ in range(2):
        done = client.post(here, sent)
    row = Adoption.objects.get()
    assert done["Location"] == reverse("adoptions_show", args=[row.pk])
    client.post(reverse("adoptions_measure", args=[row.pk]), BEFORE | AFTER | {"once": "m"})
    assert [one.words for one in client.get(done["Location"]).context["changes"]] == [
        "chưa đo",
        "+48,5 (+388%)",
    ]
    here = reverse("adoptions_withdraw", args=[row.pk])
    assert list(client.post(here, {"ended_on": "01/01/2026", "reason": "x"}).context["form"].errors) == [
        "ended_on"
    ]
    client.post(here, {"ended_on": "20/11/2026", "reason": "Thi công ngõ"})
    row.refresh_from_db()
    assert (row.state, row.end_reason) == ("withdrawn", "Thi công ngõ")


def test_the_desk_keys_in_for_a_unit(client, at):
    model, unit = listed(at), unit_beside(at)
    sign_in(client, at.specialist)
    client.post(
        reverse("adoptions_adopt", args=[model.pk]),
        BEFORE | {"organisation": unit.pk, "since": "01/10/2026", "learnt_from": at.school.pk, "once": "a"},
    )
    assert Adoption.objects.get().organisation == unit


def test_silence_is_counted_for_the_authority_only(client, at):
    listed(at)
    here = reverse("models_list")
    sign_in(client, at.specialist)
    labels = [(str(one.label), one.n) for one in client.get(here).context["counters"]]
    assert labels[-1] == ("trong danh mục, chưa có đơn vị áp dụng", 1)
    assert len(client.get(here, {"trang-thai": "chua-ap-dung"}).context["lines"]) == 1
    sign_in(client, at.officer)
    assert len(client.get(here).context["counters"]) == len(labels) - 1


def test_the_list_of_units_filters_by_effect(client, at):
    model = listed(at)
    adopted(at, model)
    sign_in(client, at.specialist)
    here = reverse("adoptions_list")
    found = {
        kind: len(client.get(here, {"loai": kind}).context["lines"])
        for kind in ("", "co-ket-qua", "chua-do", "da-thoi", "la")
    }
    assert found == {"": 1, "co-ket-qua": 0, "chua-do": 1, "da-thoi": 0, "la": 1}
    assert len(client.get(here, {"q": "khong rac"}).context["lines"]) == 1
    assert len(client.get(here, {"q": "khong co"}).context["lines"]) == 0


def test_lists_go_out_to_excel(client, at):
    model = listed(at)
    row = adopted(at, model)
    sign_in(client, at.specialist)
    models = read_table(b"".join(client.get(reverse("models_list"), {"xuat": "xlsx"}).streaming_content))
    assert models.rows[0][:2] == ("Ngõ phố không rác", "Các hộ tự trông điểm tập kết")
    units = read_table(b"".join(client.get(reverse("adoptions_list"), {"xuat": "xlsx"}).streaming_content))
    assert (units.rows[0][1], units.rows[0][4]) == (row.organisation.name, "Tỷ lệ hộ phân loại rác: 12 → ? %")


def test_the_spread_names_everybody_and_says_it_in_a_table(client, at):
    model = listed(at)
    row = adopted(at, model)
    sign_in(client, actor(unit_beside(at), Role.UNIT_OFFICER))
    page = client.get(reverse("models_spread", args=[model.pk]))
    assert [(node.name, source, is_open) for node, source, is_open in page.context["lines"]] == [
        (at.school.name, "", False),
        (row.organisation.name, at.school.name, False),
    ]
    assert page.content.decode().count("<svg") == 1


def n_queries(client, address) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["models_list", "adoptions_list", "models_show", "models_spread"])
def test_a_page_costs_the_same_for_any_number(client, at, name):
    sign_in(client, at.specialist)
    model = listed(at)
    adopted(at, model)
    address = reverse(name, args=[model.pk] if name in {"models_show", "models_spread"} else [])
    n_queries(client, address)
    one = n_queries(client, address)
    reviewed(at)
    adopted(at, listed(at))
    adopted(at, model)
    adopted(at, model)
    assert n_queries(client, address) == one


def test_a_pilot_page_costs_the_same_for_any_number(client, at):
    sign_in(client, at.head)
    _model, pilot = piloted(at)
    address = reverse("pilots_show", args=[pilot.pk])
    client.post(reverse("pilots_measure", args=[pilot.pk]), BEFORE)
    n_queries(client, address)
    one = n_queries(client, address)
    for _ in range(2):
        client.post(reverse("pilots_measure", args=[pilot.pk]), BEFORE)
        client.post(
            reverse("pilots_lesson", args=[pilot.pk]), {"kind": "worked", "text": "Tốt", "for_whom": "trường"}
        )
    assert n_queries(client, address) == one


def test_who_is_not_chosen_learns_nothing(client, at):
    model = proposed(at)
    pilot = chosen(at, model)
    sign_in(client, actor(unit_beside(at), Role.UNIT_HEAD))
    for name, pk in (("models_show", model.pk), ("pilots_show", pilot.pk), ("models_spread", model.pk)):
        assert client.get(reverse(name, args=[pk])).status_code == 404
