"""Passages that two reports share: found through changed names and numbers, marked, and nobody's text given away."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import dossier, person, place, propose
from factories.organisations import OrganisationFactory, actor
from factories.signing_in import client_of
from thidua.modules.dossiers.copies import alike, archive, marked
from thidua.modules.dossiers.copies.prints import bands_of, likeness, print_of
from thidua.modules.dossiers.copies.rebuilding import rebuild, sent
from thidua.modules.dossiers.copies.words import NAME, NUMBER, keys, shingles, words
from thidua.modules.dossiers.models import AchievementReport, Dossier, ReportPrint
from thidua.modules.organisations.api import Role
from thidua.modules.oversight.detectors.dossiers import copied_reports
from thidua.modules.oversight.detectors.parts import Scope

COPIED = (
    "Trong năm học 2025–2026, cô giáo Trần Thị Minh Châu đã chủ động đổi mới phương pháp dạy học theo dự án, tổ chức cho "
    "32 học sinh khảo sát các tuyến phố quanh trường và trình bày kết quả trước phụ huynh. Nhờ cách làm này, tỷ lệ học "
    "sinh khá giỏi của lớp tăng từ 61 % lên 78 %, không còn học sinh chưa hoàn thành chương trình của khối."
)
CHANGED = COPIED.replace("Trần Thị Minh Châu", "Lê Hồng Nhung").replace("32", "45").replace("78", "83")
OTHER = (
    "Tổ dân phố vận động các hộ kinh doanh tự nguyện lùi hàng vào trong nhà, sơn lại vạch kẻ, lắp thùng rác và phân công "
    "người trực mỗi tối; sau sáu tháng vỉa hè thông thoáng, không còn điểm đỗ xe trái phép, người già và trẻ em đi lại an "
    "toàn, nhiều hộ dân trồng thêm bồn hoa và cùng nhau giữ gìn đoạn đường trước cửa nhà mình sạch đẹp."
)


@pytest.fixture
def at():
    return place()


def written(at, text, name="Trần Thị Minh Châu"):
    [candidate] = propose(at, dossier(at), person(at.school, name), "LDTT")
    AchievementReport.objects.create(candidate=candidate, sections={"results": text})
    return candidate


def test_names_and_numbers_are_not_compared():
    keys = [one.key for one in words("Cô Trần Thị Châu dạy 32 em. Lớp tốt.")]
    assert keys == ["co", NAME, "day", NUMBER, "em", "lop", "tot"]
    assert shingles(words(COPIED)) == shingles(words(CHANGED))


def test_prints_tell_alike_from_unlike():
    one, other = print_of(shingles(words(COPIED))), print_of(shingles(words(OTHER)))
    half = print_of(shingles(words(f"{COPIED} {OTHER}")))
    assert (likeness(one, one), likeness(one, other)) == (1.0, 0.0)
    assert 0.3 < likeness(one, half) < 0.7
    assert set(bands_of(one)) & set(bands_of(half))
    assert not set(bands_of(one)) & set(bands_of(other))


def test_only_runs_of_eight_words_are_marked():
    shared = shingles(words(COPIED))
    pieces = marked(f"Mở đầu khác hẳn. {CHANGED} Kết thúc cũng khác.", shared)
    assert "".join(piece.text for piece in pieces) == f"Mở đầu khác hẳn. {CHANGED} Kết thúc cũng khác."
    [piece] = [one for one in pieces if one.is_shared]
    assert piece.text.startswith("Trong năm học")
    assert piece.text.endswith("chương trình của khối")
    assert not any(one.is_shared for one in marked(OTHER, shared))


@pytest.mark.django_db
def test_found_in_the_archive_and_beside_it(at):
    first, second, unlike = (
        written(at, COPIED),
        written(at, CHANGED, "Lê Hồng Nhung"),
        written(at, OTHER, "Tổ"),
    )
    assert alike(second, {"results": CHANGED}) == []
    assert archive(AchievementReport.objects.filter(candidate__in=[first, unlike])) == 2
    assert [one.candidate_id for one in alike(second, {"results": CHANGED})] == [first.pk]
    [same_file] = propose(at, second.dossier, person(at.school, "Người Thứ Ba"), "LDTT")
    assert second.pk not in [one.candidate_id for one in alike(same_file, {"results": OTHER})]
    assert {one.candidate_id for one in alike(same_file, {"results": COPIED})} == {first.pk, second.pk}


@pytest.mark.django_db
def test_prints_made_anew_are_the_same_and_keep_how_many_were_alike(at):
    texts = {"Trần Thị Minh Châu": COPIED, "Lê Hồng Nhung": CHANGED, "Tổ": "Hoàn thành xuất sắc nhiệm vụ."}
    candidates = [written(at, text, name) for name, text in texts.items()]
    reports = AchievementReport.objects.filter(candidate__in=candidates)
    assert archive(reports.order_by("pk")) == 2
    before = list(ReportPrint.objects.order_by("report").values("report", "made", "bands", "n_alike"))
    assert [one["n_alike"] for one in before] == [0, 0]
    ReportPrint.objects.filter(report=reports[0]).update(n_alike=3, made=b"")
    assert list(rebuild(reports)) == [2]
    after = list(ReportPrint.objects.order_by("report").values("report", "made", "bands", "n_alike"))
    assert after == [before[0] | {"n_alike": 3}, before[1]]


@pytest.mark.django_db
def test_only_what_was_sent_is_kept_in_the_archive(at):
    candidate = written(at, COPIED)
    assert not sent().exists()
    Dossier.objects.filter(pk=candidate.dossier_id).update(sent_on=TODAY, approved_on=TODAY, state="sent")
    assert sent().get().candidate == candidate


def test_words_are_told_with_and_without_their_places():
    text = f"{COPIED}\n{OTHER} “Anh Ba” – Đồng chí: Nguyễn Văn A (Hà Nội) 12/5/2020"
    assert keys(text) == [one.key for one in words(text)]


@pytest.mark.django_db
def test_a_short_text_has_only_set_phrases(at):
    assert (
        alike(written(at, "Hoàn thành xuất sắc nhiệm vụ."), {"results": "Hoàn thành xuất sắc nhiệm vụ."})
        == []
    )


@pytest.mark.django_db
def test_the_archive_may_grow_and_the_question_costs_the_same(at):
    mine = written(at, COPIED)
    archive(AchievementReport.objects.filter(candidate=written(at, CHANGED, "Một")))
    with CaptureQueriesContext(connection) as few:
        alike(mine, {"results": COPIED})
    archive(
        [
            row
            for n in range(4)
            for row in AchievementReport.objects.filter(candidate=written(at, CHANGED, f"Người {n}"))
        ]
    )
    with CaptureQueriesContext(connection) as many:
        alike(mine, {"results": COPIED})
    # The prints, the reports like it and those beside it; and a savepoint with the planner's setting and back.
    assert (len(few), len(many)) == (7, 7)


@pytest.mark.django_db
def test_the_writer_has_a_hint_and_no_text_of_another_unit(at):
    cache.clear()
    other = place()
    archive(AchievementReport.objects.filter(candidate=written(other, COPIED, "Người Trường Khác")))
    mine = written(at, CHANGED, "Lê Hồng Nhung")
    with time_machine.travel(NOW):
        client = client_of(at.officer)
        assert client.get(reverse("dossiers_report", args=[mine.pk])).context["n_alike"] == 1
        page = client.get(reverse("dossiers_passages", args=[mine.pk]))
    content = page.content.decode()
    assert "<mark>" in content
    assert "Người Trường Khác" not in content
    assert "Trần Thị Minh Châu" not in content


@pytest.mark.django_db
def test_a_sign_for_the_desk(at):
    first = written(at, COPIED)
    second = written(at, CHANGED, "Lê Hồng Nhung")
    for one in (first, second):
        archive(AchievementReport.objects.filter(candidate=one))
        type(one.dossier).objects.filter(pk=one.dossier_id).update(sent_on=TODAY, approved_on=TODAY)
    assert list(ReportPrint.objects.order_by("pk").values_list("n_alike", flat=True)) == [0, 1]
    OrganisationFactory(parent=at.ward)
    actor(at.ward, Role.SPECIALIST)
    [sign] = copied_reports.find(Scope(at.ward, TODAY), 1)
    assert (sign.unit, sign.subject, sign.measure) == (at.school.pk, f"dossier:{second.dossier_id}", 1)
    assert list(copied_reports.find(Scope(at.ward, TODAY), 2)) == []
