"""Gia đình văn hóa: one list of a residential group, pasted, looked at, entered as a whole."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.dossiers import NOW, ON, household, place
from factories.organisations import OrganisationFactory, actor
from thidua import law
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.dossiers import pasted
from thidua.modules.dossiers.actions.candidates import add
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.households import CannotEnterHouseholds, Entered, enter_households
from thidua.modules.dossiers.actions.posting import CannotPost, post_list
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.drafts import DossierDraft, PostingDraft, Recipient
from thidua.modules.dossiers.models import Candidate, Dossier, HouseholdReview, ListPosting
from thidua.modules.dossiers.queries import households
from thidua.modules.dossiers.queries.comparison import compare
from thidua.modules.dossiers.states import WORKFLOW
from thidua.modules.organisations.models import Kind
from thidua.modules.people.models import Household

pytestmark = pytest.mark.django_db
SHEET = (
    "STT\tChủ hộ\tĐịa chỉ\tSố thành viên\tTỷ lệ tán thành\tGhi chú\tLý do không đề nghị\n"
    "1\tLê Quang Huy\tSố 1 phố Sấu\t4\t95%\t\t\n"
    "2\tTrần Văn Bình\tSố 2 phố Sấu\t3\t87,5 %\thộ mới chuyển đến\n"
    "\n"
    "3\tĐỗ Thị Mai\tSố 3 phố Sấu\t2\t40\t\tkhông dự họp\n"
)


@pytest.fixture
def group():
    """A residential group of a ward, its officer, and its dossier."""
    at = place()
    unit = OrganisationFactory(parent=at.ward, name="Tổ dân phố số 5", kind=Kind.NEIGHBOURHOOD)
    officer = actor(unit, "unit_officer")
    dossier = create(
        organisation=unit,
        receiver=at.ward,
        draft=DossierDraft(title="Gia đình văn hóa 2026", period=at.period),
        actor=officer,
        on=ON,
        now=NOW,
    )
    return dossier, officer


@pytest.fixture
def signed_in(client, group):
    client.force_login(User.objects.get(pk=group[1].user_id))
    return client


def enter(group, text=SHEET):
    return enter_households(dossier=group[0], rows=pasted.read(text), actor=group[1], now=NOW)


def test_a_sheet_is_read_with_its_head_and_numbers_left_out():
    rows = pasted.read(SHEET)
    assert [(row.n, row.head, row.n_members, row.agreement) for row in rows] == [
        (2, "Lê Quang Huy", 4, Decimal(95)),
        (3, "Trần Văn Bình", 3, Decimal("87.5")),
        (5, "Đỗ Thị Mai", 2, Decimal(40)),
    ]
    assert [row.note for row in rows] == ["", "hộ mới chuyển đến", ""]
    assert [row.reason for row in rows] == ["", "", "không dự họp"]
    assert not any(row.errors for row in rows)


def test_typed_lines_are_parted_by_semicolons():
    (row,) = pasted.read("Lê Quang Huy; Số 1; 4; 95")
    assert (row.head, row.address, row.n_members, row.agreement) == ("Lê Quang Huy", "Số 1", 4, Decimal(95))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("\tSố 1\t4\t95", "head of the household is missing"),
        ("Lê Huy\tSố 1\tbốn\t95", "“bốn” is no number of members"),
        ("Lê Huy\tSố 1\t0\t95", "“0” is no number of members"),
        ("Lê Huy\tSố 1\t4\t0,95", "“0,95” is no share"),
        ("Lê Huy\tSố 1\t4\t101", "“101” is no share"),
        ("Lê Huy\tSố 1\t4\tcao", "“cao” is no share"),
        (f"{'a' * 121}\tSố 1", "is too long"),
        ("Lê Huy\tSố 1\nLE HUY\tso 1", "The same household stands in line 1"),
    ],
)
def test_what_is_wrong_is_said_line_by_line(line, words):
    assert words in " ".join(pasted.read(line)[-1].errors)


def test_the_whole_list_is_entered(group):
    assert enter(group) == Entered(n_proposed=2, n_left_out=1, n_new=3)
    rows = HouseholdReview.objects.order_by("household__sort")
    assert [(row.household.head_name, row.reason, row.candidate is None) for row in rows] == [
        ("Trần Văn Bình", "", False),
        ("Lê Quang Huy", "", False),
        ("Đỗ Thị Mai", "không dự họp", True),
    ]
    proposed = Candidate.objects.order_by("place").values_list("name", "honour", "honorific")
    assert list(proposed) == [
        ("Lê Quang Huy", "GDVH", "gia đình"),
        ("Trần Văn Bình", "GDVH", "gia đình"),
    ]


def test_households_of_the_records_are_known_without_diacritics(group):
    here = household(group[0].organisation)
    Household.objects.filter(pk=here.pk).update(address="Số 1 phố Sấu")
    household(OrganisationFactory(parent=group[0].receiver), "Trần Văn Bình")
    assert enter(group, "le quang huy\tso 1 pho sau\t4\t95\nTrần Văn Bình\tSố 2").n_new == 1
    assert HouseholdReview.objects.filter(household=here).exists()


def test_the_same_name_at_another_address_is_another_household(group):
    here = household(group[0].organisation)
    Household.objects.filter(pk=here.pk).update(address="Số 9 phố Sấu")
    (match,) = households.matched(group[0], pasted.read("Lê Quang Huy\tSố 1 phố Sấu"))
    assert (match.known, match.alike) == (None, (here,))


def test_entered_again_a_household_is_overwritten(group):
    enter(group)
    enter(group, "Lê Quang Huy\tSố 1 phố Sấu\t5\t60\t\tgây rối trật tự\nĐỗ Thị Mai\tSố 3 phố Sấu\t2\t90")
    said = {row.household.head_name: (row.n_members, row.reason) for row in HouseholdReview.objects.all()}
    assert said["Lê Quang Huy"] == (5, "gây rối trật tự")
    assert said["Đỗ Thị Mai"] == (2, "")
    assert sorted(Candidate.objects.values_list("name", flat=True)) == ["Trần Văn Bình", "Đỗ Thị Mai"]


def test_all_or_nothing(group):
    with pytest.raises(CannotEnterHouseholds, match="Line 2"):
        enter(group, "Lê Huy\tSố 1\t4\t95\nTrần Bình\tSố 2\t4\t195")
    assert not Household.objects.exists()


def test_only_while_the_unit_holds_the_dossier(group):
    dossier, officer = group
    enter(group)
    move(
        dossier=dossier,
        step="withdraw",
        actor=actor(dossier.organisation, "unit_head"),
        on=ON,
        now=NOW,
        reason="x",
    )
    with pytest.raises(Refused):
        enter_households(dossier=dossier, rows=pasted.read(SHEET), actor=officer, now=NOW)


def test_one_sweep_answers_as_one_by_one(group):
    enter(group)
    swept = households.swept(households.candidates_of_list(group[0]), ON)
    one_by_one = {row.candidate.pk: row.verdict for row in compare(group[0], on=ON)}
    assert swept == one_by_one
    assert set(swept.values()) == {law.Verdict.UNKNOWN}


def test_nothing_is_entered_before_it_was_seen(signed_in, group):
    here = reverse("dossiers_households_enter", args=[group[0].pk])
    page = signed_in.post(here, {"text": SHEET})
    assert (page.context["n_wrong"], page.context["n_new"], page.context["n_left_out"]) == (0, 3, 1)
    assert not HouseholdReview.objects.exists()
    page = signed_in.post(here, {"text": SHEET, "confirmed": "1"}, follow=True)
    assert "Đã nhập: 2 hộ đề nghị, 1 hộ không đề nghị; 3 hộ mới." in page.content.decode()
    assert HouseholdReview.objects.count() == 3


def test_a_wrong_line_keeps_the_text_and_enters_nothing(signed_in, group):
    text = "Lê Huy\tSố 1\tbốn\t95"
    here = reverse("dossiers_households_enter", args=[group[0].pk])
    page = signed_in.post(here, {"text": text, "confirmed": "1"})
    assert "“bốn” không phải là số thành viên" in page.content.decode()
    assert text in page.content.decode()
    assert not HouseholdReview.objects.exists()


def test_the_list_is_read_in_as_many_questions_for_three_as_for_one(signed_in, group):
    here = reverse("dossiers_households", args=[group[0].pk])

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert signed_in.get(here).status_code == 200
        return len(queries)

    enter(group, "Lê Quang Huy\tSố 1 phố Sấu\t4\t95")
    one = n_queries()
    enter(group, "Trần Bình\tSố 2\t4\t95\nĐỗ Mai\tSố 3\t4\t95")
    assert n_queries() == one


def test_the_dossier_shows_how_many_and_lists_them_on_their_own_pages(signed_in, group):
    enter(group)
    page = signed_in.get(reverse("dossiers_show", args=[group[0].pk]))
    assert (page.context["rows"], page.context["households"]) == ([], {"proposed": 2, "left_out": 1})


def post(group, since=3, until=13, on=ON):
    draft = PostingDraft(
        place="Nhà văn hóa tổ dân phố số 5",
        posted_on=date(2026, 11, since),
        taken_down_on=date(2026, 11, until),
    )
    return post_list(dossier=group[0], draft=draft, actor=group[1], on=on, now=NOW)


def lacks(group):
    return WORKFLOW.by_name["to_head"].missing(Dossier.objects.get(pk=group[0].pk))


def test_without_its_posting_in_the_group_the_list_is_not_sent(group):
    """NĐ 86/2023/NĐ-CP, Art 7: ten days."""
    assert not any("posted" in lack for lack in lacks(group)), "no household is proposed yet"
    enter(group)
    (lack,) = [lack for lack in lacks(group) if "posted" in lack]
    assert "86/2023/NĐ-CP" in lack
    post(group)
    assert not any("posted" in lack for lack in lacks(group))


def test_a_household_added_by_itself_is_posted_too(group):
    home = household(group[0].organisation)
    recipient = Recipient(kind="household", pk=home.pk)
    add(dossier=group[0], recipients=[recipient], honours=["GDVH"], actor=group[1], now=NOW)
    assert any("posted" in lack for lack in lacks(group))
    Candidate.objects.update(state="dropped")
    assert not any("posted" in lack for lack in lacks(group))


def test_before_the_decree_nothing_was_asked(group):
    enter(group)
    Dossier.objects.filter(pk=group[0].pk).update(judged_on=date(2023, 12, 1))
    assert not any("posted" in lack for lack in lacks(group))


@pytest.mark.parametrize(
    ("since", "until", "on", "words"),
    [
        (3, 12, ON, "until 13/11/2026 at least"),
        (13, 3, ON, "taken down after"),
        (3, 13, date(2026, 11, 12), "still to come"),
    ],
)
def test_too_few_days_are_refused(group, since, until, on, words):
    enter(group)
    with pytest.raises(CannotPost, match=words):
        post(group, since, until, on)
    assert not ListPosting.objects.exists()


def test_the_posting_is_entered_on_screen(signed_in, group):
    enter(group)
    listing = reverse("dossiers_households", args=[group[0].pk])
    assert "chưa có thì chưa gửi được hồ sơ" in signed_in.get(listing).content.decode()
    here = reverse("dossiers_posting", args=[group[0].pk])
    said = {"place": "Nhà văn hóa", "posted_on": "03/11/2026", "taken_down_on": "10/11/2026", "remarks": ""}
    assert "ít nhất đến 13/11/2026" in signed_in.post(here, said).content.decode()
    page = signed_in.post(here, said | {"taken_down_on": "13/11/2026"}, follow=True).content.decode()
    assert "Nhà văn hóa: 03/11/2026 – 13/11/2026. Không có ý kiến." in page
    assert "13/11/2026" in signed_in.get(here).content.decode()
