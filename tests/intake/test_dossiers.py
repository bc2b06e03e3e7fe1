"""A list of candidates becomes draft dossiers: who is found, what is wrong, never sent, taken back untouched."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories import dossiers as made
from factories.intake import another_act, brought, excel, listed, posted
from factories.organisations import OrganisationFactory
from thidua.documents.legacy import Encoding, encode
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.actions.candidates import drop
from thidua.modules.dossiers.models import Candidate, Dossier, DossierState
from thidua.modules.intake import entering, staging
from thidua.modules.intake.models import Intake, IntakeState
from thidua.modules.organisations.models import Kind
from thidua.modules.register.models import Ground

pytestmark = pytest.mark.django_db
HEAD = ["Họ và tên", "Năm sinh", "Hình thức đề nghị", "Năm", "Thành tích tóm tắt"]
TOLD = "Dạy giỏi cấp thành phố"


@pytest.fixture
def at():
    return made.place(name="Phường Bạch Mai")


def client_of(actor):
    client = Client(headers={"accept-language": "vi"})
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


@pytest.fixture
def officer(at):
    return client_of(at.officer)


def line(name="Trần Thị Minh Châu", honours="LĐTT; chien si thi dua co so", *, born="", year="2026"):
    return (name, born, honours, year, TOLD)


def candidates(client, at, *rows, head=HEAD, unit=None):
    return listed(client, unit or at.school, *rows, head=head, kind="ho-so")


def test_a_list_becomes_one_draft_with_all_its_candidates(officer, at):
    made.person(at.school)
    made.collective(at.school, "Tổ 4")
    intake = candidates(officer, at, line(), line("Tổ 4", "TTLĐTT"))
    assert (intake.counts, Dossier.objects.count()) == ({"new": 2}, 0)
    posted(officer, "approve", intake)
    row = Dossier.objects.get()
    assert (row.organisation, row.receiver, row.period, row.state, row.ground) == (
        at.school,
        at.ward,
        at.period,
        DossierState.DRAFT,
        Ground.MERIT,
    )
    assert row.title == f"Đề nghị khen thưởng năm 2026 của {at.school.name}"
    assert list(row.candidates.order_by("place").values_list("place", "name", "honour", "achievement")) == [
        (1, "Trần Thị Minh Châu", "LDTT", TOLD),
        (2, "Trần Thị Minh Châu", "CSTDCS", TOLD),
        (3, "Tổ 4", "TTLDTT", TOLD),
    ]


def test_each_period_and_unit_has_a_dossier_of_its_own(at):
    other = OrganisationFactory(parent=at.ward, name="Trường Mầm non Hoa Sữa")
    made.PeriodFactory(year=2025)
    for school in (at.school, other):
        made.person(school, "Trần Thị Minh Châu")
    rows = [
        (*line(year=year), unit) for year in ("2025", "năm 2026") for unit in (at.school.code, other.name)
    ]
    intake = candidates(client_of(at.specialist), at, *rows, head=[*HEAD, "Đơn vị"], unit=at.ward)
    assert intake.counts == {"new": 4}
    posted(client_of(at.specialist), "approve", intake)
    found = {(row.organisation, row.period.year, row.keyed_for_unit) for row in Dossier.objects.all()}
    assert found == {(unit, year, True) for unit in (at.school, other) for year in (2025, 2026)}


def test_a_household_is_found_below_the_unit_and_by_its_address(at):
    group = OrganisationFactory(parent=at.ward, kind=Kind.NEIGHBOURHOOD, name="Tổ dân phố 2")
    for address in ("Số 1", "Số 2"):
        home = made.household(group, "Lê Quang Huy")
        home.address = address
        home.save()
    head = [*HEAD, "Địa chỉ"]
    rows = [(*line("Lê Quang Huy", "Gia đình văn hóa"), address) for address in ("số 2", "")]
    intake = candidates(client_of(at.specialist), at, *rows, head=head, unit=at.ward)
    assert intake.counts == {"new": 1, "wrong": 1}
    posted(client_of(at.specialist), "approve", intake)
    assert Candidate.objects.get().household == home


def test_sudden_feats_are_a_dossier_for_each_deed(officer, at):
    made.person(at.school)
    made.person(at.school, "Lê Văn Tám")
    head = [*HEAD, "Loại hình", "Ngày lập thành tích", "Thủ tục", "Nơi lập thành tích"]
    rows = [
        (*line(name, "Giấy khen", year=""), "đột xuất", day, "đơn giản", "Phố Bạch Mai")
        for name, day in (
            ("Trần Thị Minh Châu", "01/11/2026"),
            ("Lê Văn Tám", "02/11/2026"),
            ("Lê Văn Tám", ""),
        )
    ]
    intake = candidates(officer, at, *rows, head=head)
    assert intake.counts == {"new": 2, "wrong": 1}
    posted(officer, "approve", intake)
    first, second = Dossier.objects.order_by("deed_on")
    assert (first.deed_on, first.period, first.procedure, first.deed_place) == (
        date(2026, 11, 1),
        None,
        "simplified",
        "Phố Bạch Mai",
    )
    assert second.candidates.get().name == "Lê Văn Tám"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (line("Người Lạ"), "nhập danh sách cá nhân trước"),
        (line(honours="Danh hiệu lạ"), "không có trong danh mục"),
        (line(honours=""), "Nhập danh hiệu hoặc hình thức"),
        (line(honours="TTLĐTT"), "không tặng cho loại đối tượng này"),
        (line("Tổ 4", "LĐTT"), "không tặng cho loại đối tượng này"),
        (line(honours="Anh hùng Lực lượng vũ trang nhân dân"), "hiện không đề nghị được"),
        (line(year="2019"), "không phải kỳ đánh giá"),
        (line(year=""), "Nhập năm hoặc năm học"),
        (line(born="31/02/1980"), "không phải là ngày"),
    ],
)
def test_what_cannot_be_is_an_error(officer, at, row, words):
    made.person(at.school)
    made.collective(at.school, "Tổ 4")
    page = brought(officer, at.school, excel(row, head=HEAD), kind="ho-so").content.decode()
    assert Intake.objects.get().counts == {"wrong": 1}
    assert words in page


def test_twice_in_the_list_is_an_error(officer, at):
    made.person(at.school)
    assert candidates(officer, at, line(), line(honours="CSTĐCS")).counts == {"new": 1, "wrong": 1}


def test_what_is_proposed_for_the_period_already_is_not_proposed_again(officer, at):
    teacher = made.person(at.school)
    made.propose(at, made.dossier(at), teacher, "LDTT")
    intake = candidates(officer, at, line(honours="LĐTT"))
    assert intake.counts == {"there": 1}
    page = officer.get(reverse("intake_show", args=[intake.pk])).content.decode()
    assert Dossier.objects.get().code in page
    both = candidates(officer, at, line())
    page = officer.get(reverse("intake_show", args=[both.pk])).content.decode()
    assert f"LĐTT: đã được đề nghị trong hồ sơ {Dossier.objects.get().code} (đang soạn)" in page
    posted(officer, "approve", both)
    assert list(Dossier.objects.latest("pk").candidates.values_list("honour", flat=True)) == ["CSTDCS"]


def test_of_another_units_dossier_only_that_it_is_there_is_told(officer, at):
    teacher = made.person(at.school)
    above = made.drafting.create(
        organisation=at.ward,
        receiver=at.ward,
        draft=made.DossierDraft(title="Của phường", period=at.period),
        actor=at.specialist,
        on=made.ON,
        now=made.NOW,
    )
    made.listing.add(
        dossier=above,
        recipients=[made.Recipient(kind="person", pk=teacher.pk)],
        honours=["LDTT"],
        actor=at.specialist,
        now=made.NOW,
    )
    intake = candidates(officer, at, line(honours="LĐTT"))
    page = officer.get(reverse("intake_show", args=[intake.pk])).content.decode()
    assert "trong hồ sơ của đơn vị khác" in page
    assert above.code not in page


def test_a_name_that_reads_nearly_the_same_waits_for_the_officer(officer, at):
    teacher = made.person(at.school)
    intake = candidates(officer, at, line("Tran Thi Minh Chau"), line("Trần Thi Minh Chân"))
    assert intake.counts == {"new": 1, "wrong": 1}
    again = candidates(officer, at, line("Trần Thị Minh Chân"))
    assert again.counts == {"near": 1}
    posted(officer, "keep", again, dong=["2"], khac=["2"])
    posted(officer, "approve", again)
    assert Candidate.objects.filter(person=teacher).count() == 2


def test_a_long_list_is_read_in_parts_and_makes_one_dossier(officer, at, monkeypatch):
    monkeypatch.setattr(staging, "CHUNK", 2)
    monkeypatch.setattr(entering, "CHUNK", 2)
    names = [f"Trần Văn {letter}" for letter in "ABCDE"]
    for name in names:
        made.person(at.school, name)
    intake = candidates(officer, at, *map(line, names))
    posted(officer, "approve", intake)
    assert Dossier.objects.get().candidates.count() == 2 * len(names)
    posted(officer, "undo", intake)
    assert not Dossier.objects.exists()


def test_drafts_that_nobody_touched_are_taken_back_as_a_whole(officer, at):
    made.person(at.school)
    intake = candidates(officer, at, line())
    posted(officer, "approve", intake)
    page = posted(officer, "undo", intake).content.decode()
    assert "Đã hoàn tác 1 hồ sơ" in page
    intake.refresh_from_db()
    assert (intake.state, Dossier.objects.count(), Candidate.objects.count()) == (IntakeState.UNDONE, 0, 0)


def _dropped(at, row):
    drop(candidate=row.candidates.first(), actor=at.officer, now=made.NOW)


def _added_to(at, row):
    made.propose(at, row, made.person(at.school, "Lê Văn Tám"), "LDTT")


def _handed_on(at, row):
    made.minuted(at, row)
    made.move(dossier=row, step="to_head", actor=at.officer, on=made.ON, now=made.NOW)


@pytest.mark.parametrize("worked_on", [_dropped, _added_to, _handed_on, made.minuted])
def test_a_draft_that_was_worked_on_stays(officer, at, worked_on):
    made.person(at.school)
    intake = candidates(officer, at, line())
    posted(officer, "approve", intake)
    row = Dossier.objects.get()
    with another_act():
        worked_on(at, row)
    posted(officer, "undo", intake)
    intake.refresh_from_db()
    assert (intake.state, Dossier.objects.count()) == (IntakeState.ENTERED, 1)


def test_lines_with_errors_come_back_and_old_fonts_are_read(officer, at):
    made.person(at.school)
    intake = candidates(officer, at, line(encode("Trần Thị Minh Châu", Encoding.TCVN3)), line("Người Lạ"))
    assert intake.counts == {"new": 1, "wrong": 1, "reread": 1}
    answer = officer.get(reverse("intake_errors", args=[intake.pk]))
    table = read_table(b"".join(answer.streaming_content))
    assert table.header == (*HEAD, "Lỗi")
    assert [row[0] for row in table.rows] == ["Người Lạ"]


def test_the_template_can_be_filled_and_read(officer, at):
    made.person(at.school, "Nguyễn Thị Mẫu", birth_year=1980)
    made.PeriodFactory(year=2025)
    content = officer.get(reverse("intake_template", args=["ho-so"])).content
    brought(officer, at.school, content, kind="ho-so")
    assert Intake.objects.get().counts == {"new": 1}


def test_who_may_not_prepare_dossiers_brings_none(at):
    assert client_of(at.clerk).get(reverse("intake_bring", args=["ho-so"])).status_code == 403


def test_the_list_of_dossiers_leads_to_it(officer):
    assert reverse("intake_bring", args=["ho-so"]) in officer.get(reverse("dossiers_list")).content.decode()


def test_as_many_queries_for_thirty_candidates_as_for_one(officer, at, django_assert_num_queries):
    names = [f"Trần Văn Số {place}" for place in range(32)]
    for name in names:
        made.person(at.school, name)
    first, one, many = (excel(*map(line, part), head=HEAD) for part in (names[:1], names[1:2], names[2:]))
    _approved(officer, at, first)  # what is read once by the process is read
    with CaptureQueriesContext(connection) as asked:
        _approved(officer, at, one)
    with django_assert_num_queries(len(asked)):
        _approved(officer, at, many)
    assert Candidate.objects.count() == 2 * len(names)


def _approved(officer, at, content):
    brought(officer, at.school, content, kind="ho-so")
    posted(officer, "approve", Intake.objects.latest("pk"))
