"""Criteria pasted from Excel, and a card sent back in the form in which its sheet was received."""

from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import NOW
from factories.clusters import FIGURES, block
from thidua.documents.spreadsheet import SheetColumn, read_table, xlsx_bytes
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.clusters.actions import pasting
from thidua.modules.clusters.columns import Part, parts_of
from thidua.modules.clusters.models import Criterion, CriterionGroup
from thidua.modules.clusters.pasted import read_sheet

pytestmark = pytest.mark.django_db
NUMBERED = (
    "TT\tNội dung tiêu chí\tĐiểm chuẩn\tĐiểm tự chấm\tGhi chú\n"
    "I\tPhát triển kinh tế\t60\t\t\n1\tThu ngân sách\t40\t\t\n2\tĐầu tư công\t20,5\t\t\n"
    "II\tVăn hóa\t\t\t\n1\tGia đình văn hóa\t39,5\t\t\n\tTổng cộng\t100\t\t\n"
)
GROUPED = (
    "Nhóm\tTiêu chí\tĐiểm tối đa\tTrọng số\tCách chấm\tMức chỉ tiêu\tĐiểm mỗi trường hợp\tĐơn vị tính\n"
    "Kinh tế\tThu ngân sách\t40\t1,5\tSo với chỉ tiêu\t98\t\t%\n"
    "\tĐơn thư quá hạn\t10\t\tĐiểm trừ\t\t2\tđơn\n"
)


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW):
        yield


def said(sheet):
    return [
        (line.group, line.draft.name, line.draft.most, line.draft.way) for line in sheet.lines if line.draft
    ]


def test_headings_with_their_number_are_groups():
    sheet = read_sheet(NUMBERED)
    assert (sheet.n_wrong, sheet.lines[0].ceiling) == (0, Decimal(60))
    assert said(sheet) == [
        ("Phát triển kinh tế", "Thu ngân sách", Decimal(40), "typed"),
        ("Phát triển kinh tế", "Đầu tư công", Decimal("20.5"), "typed"),
        ("Văn hóa", "Gia đình văn hóa", Decimal("39.5"), "typed"),
    ]


def test_a_column_of_groups_goes_on_below_itself():
    sheet = read_sheet(GROUPED)
    assert (sheet.n_wrong, said(sheet)) == (
        0,
        [
            ("Kinh tế", "Thu ngân sách", Decimal(40), "target"),
            ("Kinh tế", "Đơn thư quá hạn", Decimal(10), "minus"),
        ],
    )
    first, second = (line.draft for line in sheet.lines)
    assert (first.weight, first.target, first.unit, second.each) == (
        Decimal("1.5"),
        Decimal(98),
        "%",
        Decimal(2),
    )


def test_without_titles_the_order_is_group_criterion_points_weight():
    sheet = read_sheet("Kinh tế\tThu ngân sách\t40\t2\n\tĐầu tư công\t20\n")
    assert (sheet.titles, [line.draft.weight for line in sheet.lines]) == ((), [Decimal(2), Decimal(1)])


@pytest.mark.parametrize(
    ("text", "n_wrong"),
    [
        ("Kinh tế\tThu ngân sách\tbốn mươi\n", 1),
        ("Kinh tế\tThu ngân sách\t\n", 1),
        ("\tThu ngân sách\t40\n", 1),
        ("Kinh tế\tThu ngân sách\t0\n", 1),
        ("Kinh tế\tThu ngân sách\t40\n\tThu ngân sách\t20\n", 1),
        ("Nhóm\tTiêu chí\tĐiểm\tCách chấm\nKinh tế\tThu\t40\tSo với chỉ tiêu\n", 1),
    ],
)
def test_each_line_that_is_wrong_says_how(text, n_wrong):
    sheet = read_sheet(text)
    assert sheet.n_wrong == n_wrong
    assert all(message for line in sheet.lines for message in line.errors)


def test_titles_as_officers_write_them():
    assert parts_of(
        ["STT", "Nội dung", "Điểm chuẩn", "Kết quả thực hiện", "Điểm tự chấm", "Điểm thẩm định"]
    ) == (
        Part.NUMBER,
        Part.NAME,
        Part.MOST,
        Part.REACHED,
        Part.OWN,
        Part.OTHER,
    )


def empty_year():
    at = block()
    CriterionGroup.objects.filter(year=at.year).delete()
    return at


def test_shown_first_then_kept_whole(client):
    at = empty_year()
    client.force_login(User.objects.get(pk=at.desk.user_id))
    here = reverse("cluster_years_paste", args=[at.year.pk])
    wrong = NUMBERED.replace("20,5", "hai mươi")
    page = client.post(here, {"text": wrong, "confirmed": "1"})
    assert (page.context["sheet"].n_wrong, Criterion.objects.count()) == (1, 0)
    assert page.context["form"]["text"].value() == wrong
    client.post(here, {"text": NUMBERED})
    assert not Criterion.objects.exists()
    client.post(here, {"text": NUMBERED, "confirmed": "1"})
    groups = CriterionGroup.objects.order_by("place")
    assert [(group.name, group.ceiling, group.criteria.count()) for group in groups] == [
        ("Phát triển kinh tế", Decimal(60), 2),
        ("Văn hóa", None, 1),
    ]
    again = client.post(here, {"text": NUMBERED, "confirmed": "1"})
    assert (again.context["sheet"].n_wrong, Criterion.objects.count()) == (3, 3)
    assert list(client.post(here, {"text": "x"}).context["form"].errors) == ["text"]


def test_from_a_file(client):
    at = empty_year()
    client.force_login(User.objects.get(pk=at.desk.user_id))
    columns = [SheetColumn("Nhóm"), SheetColumn("Tiêu chí"), SheetColumn("Điểm tối đa")]
    content = xlsx_bytes(columns, [("Kinh tế", "Thu ngân sách", 40)], name="Bang")
    upload = SimpleUploadedFile("tieu-chi.xlsx", content)
    page = client.post(reverse("cluster_years_paste", args=[at.year.pk]), {"file": upload})
    assert said(page.context["sheet"]) == [("Kinh tế", "Thu ngân sách", Decimal(40), "typed")]


def test_only_those_who_write_criteria_and_before_scoring_opens():
    at = empty_year()
    sheet = read_sheet(NUMBERED)
    with pytest.raises(Refused):
        pasting.paste_criteria(year=at.year, sheet=sheet, actor=at.officers[1])
    with pytest.raises(pasting.CannotPaste):
        pasting.paste_criteria(year=at.year, sheet=read_sheet("Kinh tế\tThu\tba\n"), actor=at.desk)
    pasting.paste_criteria(year=at.year, sheet=sheet, actor=at.desk)
    at.fresh()
    at.open()
    with pytest.raises(Refused):
        pasting.paste_criteria(year=at.year, sheet=sheet, actor=at.desk)


def test_a_card_goes_back_in_the_form_that_was_received(client):
    at = empty_year()
    pasting.paste_criteria(year=at.year, sheet=read_sheet(NUMBERED), actor=at.desk)
    at.fresh()
    at.open()
    card = at.score(0, FIGURES[1:])
    client.force_login(User.objects.get(pk=at.officers[0].user_id))
    answer = client.get(reverse("scorecards_theirs", args=[card.pk]))
    table = read_table(answer.content)
    assert table.header == ("TT", "Nội dung tiêu chí", "Điểm chuẩn", "Điểm tự chấm", "Ghi chú")
    assert [row[:4] for row in table.rows] == [
        ("I", "Phát triển kinh tế", 60, None),
        ("1", "Thu ngân sách", 40, 18),
        ("2", "Đầu tư công", 20.5, 1),
        ("II", "Văn hóa", None, None),
        ("1", "Gia đình văn hóa", 39.5, 2),
        (None, "Tổng cộng", None, 21),
    ]


def test_a_form_without_a_place_for_the_points_gets_one(client):
    at = empty_year()
    sheet = read_sheet("TT\tNội dung\tĐiểm chuẩn\nI\tKinh tế\t60\n1\tThu ngân sách\t40\n")
    pasting.paste_criteria(year=at.year, sheet=sheet, actor=at.desk)
    at.fresh()
    at.open()
    card = at.score(0, FIGURES[1:2])
    client.force_login(User.objects.get(pk=at.officers[0].user_id))
    table = read_table(client.get(reverse("scorecards_theirs", args=[card.pk])).content)
    assert table.header == ("TT", "Nội dung", "Điểm chuẩn", "Điểm tự chấm")
    assert [row[3] for row in table.rows] == [None, 18, 18]


def test_without_a_received_form_there_is_none(client):
    at = block().open()
    client.force_login(User.objects.get(pk=at.desk.user_id))
    assert client.get(reverse("scorecards_theirs", args=[at.cards()[0].pk])).status_code == 404
