"""Sơ kết, tổng kết: drawn up from what is known, edited, drawn, issued; its proposals become dossiers."""

from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.campaigns import launched, plan
from factories.dossiers import collective, person, place
from factories.exemplars import verified
from factories.organisations import actor
from factories.replication import proposed
from thidua.documents.spreadsheet import read_table
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Role
from thidua.modules.papers.models import Paper, SigningAuthority
from thidua.modules.reviews import actions, provides, queries
from thidua.modules.reviews.again import again_of
from thidua.modules.reviews.facts import HEADINGS
from thidua.modules.reviews.honours import offered
from thidua.modules.reviews.letters import report
from thidua.modules.reviews.models import Review, ReviewState
from thidua.modules.reviews.states import WORKFLOW

pytestmark = pytest.mark.django_db
LEADS = {("draft", "issue"): "issued", ("issued", "reopen"): "draft"}
SAID = {"kind": "interim", "since": date(2026, 9, 1), "until": date(2026, 11, 24)}


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def drawn_up(at, campaign=None, **said):
    return actions.draw_up(
        campaign=campaign or launched(at), actor=at.specialist, on=TODAY, now=NOW, **SAID | said
    )


def write(review, who, version=0, number="", issued_on=None, **parts):
    values = {code: review.parts.get(code, "") for code in HEADINGS} | parts
    said = {"parts": values, "number": number, "issued_on": issued_on, "version": version}
    return actions.write(review=review, actor=who, **said)


def test_what_is_known_is_written_down(at):
    campaign = launched(at)
    proposed(at, campaign_id=campaign.pk)
    verified(at)
    parts = drawn_up(at, campaign).parts
    assert list(parts) == list(HEADINGS)
    assert parts["situation"].startswith("Phong trào “Vỉa hè thông thoáng” do ")
    assert parts["results"] == "Tuyến phố thông thoáng: từ 2 chưa có số liệu báo cáo (mục tiêu 12 tuyến)."
    assert parts["models"].startswith(f"Ngõ phố không rác ({at.school.name}): ")
    assert parts["exemplars"].splitlines()[0] == "Trong kỳ đã phát hiện, xác minh 1 điển hình."
    assert (parts["limits"], parts["tasks"]) == ("", "")


def test_only_what_lies_in_the_period_counts(at):
    campaign = launched(at)
    verified(at)
    assert drawn_up(at, campaign, until=date(2026, 10, 1)).parts["exemplars"] == ""


@pytest.mark.parametrize("until", [date(2026, 9, 1), date(2026, 8, 1)])
def test_a_period_ends_after_it_begins(at, until):
    with pytest.raises(actions.CannotReview) as refusal:
        drawn_up(at, until=until)
    assert refusal.value.field == "last_on"


def test_a_unit_reviews_its_own_campaigns_only(at):
    campaign = launched(at)
    with pytest.raises(Refused):
        actions.draw_up(campaign=campaign, actor=at.head, on=TODAY, now=NOW, **SAID)
    with pytest.raises(actions.CannotReview):
        actions.draw_up(campaign=plan(at, campaign), actor=at.head, on=TODAY, now=NOW, **SAID)


def draw_again(review, who, *take, seal=None):
    seal = again_of(review).seal if seal is None else seal
    return actions.draw_again(
        review=review, take=set(take), seal=seal, version=review.version, actor=who, now=NOW
    )


def test_drawn_up_again_takes_what_is_chosen_and_keeps_what_stood(at):
    campaign = launched(at)
    review = drawn_up(at, campaign)
    review = write(
        review, at.specialist, limits="Hai tuyến còn tái lấn chiếm.", models="Cũ", results="Sửa tay"
    )
    proposed(at, campaign_id=campaign.pk)
    assert [one.code for one in again_of(review).changes] == ["results", "models"]
    again = draw_again(review, at.specialist, "models")
    assert again.parts["limits"] == "Hai tuyến còn tái lấn chiếm."
    assert again.parts["results"] == "Sửa tay"
    assert again.parts["models"].startswith("Ngõ phố không rác")
    [kept] = again.texts.all()
    assert (kept.parts["models"], kept.kept_by_id) == ("Cũ", at.specialist.user_id)


def test_what_became_known_meanwhile_is_shown_first(at):
    campaign = launched(at)
    review = write(drawn_up(at, campaign), at.specialist, results="Sửa tay")
    seal = again_of(review).seal
    proposed(at, campaign_id=campaign.pk)
    with pytest.raises(actions.CannotReview):
        draw_again(review, at.specialist, "results", seal=seal)
    review.refresh_from_db()
    assert (review.parts["results"], review.texts.count()) == ("Sửa tay", 0)


def test_lines_as_a_browser_sends_them_are_no_difference(at):
    campaign = launched(at)
    verified(at)
    review = drawn_up(at, campaign)
    sent = {code: text.replace("\n", "\r\n") for code, text in review.parts.items()}
    review = write(review, at.specialist, **sent)
    assert "\r" not in "".join(review.parts.values())
    assert again_of(review).changes == ()


def test_nothing_taken_nothing_kept(at):
    review = write(drawn_up(at), at.specialist, results="Sửa tay")
    assert draw_again(review, at.specialist).version == review.version
    assert not review.texts.exists()


def test_honours_are_those_that_the_law_of_the_day_lets_the_body_propose(at):
    by_office = dict(offered(at.ward, TODAY))
    commune = [code for code, _name in by_office["Chủ tịch Ủy ban nhân dân cấp xã"]]
    assert {"GK", "LDTT", "CSTDCS"} <= set(commune)
    assert "BK_TINH" in [code for code, _name in by_office["Chủ tịch Ủy ban nhân dân cấp tỉnh"]]
    assert next(iter(by_office)) == "Chủ tịch Ủy ban nhân dân cấp xã"
    before = dict(offered(at.ward, date(2023, 6, 1)))
    assert "CSTDCS" not in [code for code, _name in before["Chủ tịch Ủy ban nhân dân cấp xã"]]


def test_an_honour_for_persons_is_not_proposed_for_units(client, at):
    collective(at.school)
    review = drawn_up(at)
    sign_in(client, at.specialist)
    here = reverse("reviews_propose", args=[review.pk])
    page = client.post(here, {"honour": "CSTDCS", "units": [at.school.pk], "once": "p"})
    assert list(page.context["form"].errors) == ["honour"]
    client.post(here, {"honour": "TTLDTT", "units": [at.school.pk], "once": "q"})
    assert Dossier.objects.get().candidates.get().honour == "TTLDTT"


def test_both_texts_are_shown_and_the_earlier_one_is_read(client, at):
    review = write(drawn_up(at), at.specialist, results="Sửa tay")
    sign_in(client, at.specialist)
    here = reverse("reviews_draw_again", args=[review.pk])
    page = client.get(here)
    assert "Sửa tay" in page.content.decode()
    sent = {"version": page.context["version"], "seal": page.context["seal"]}
    assert list(client.post(here, sent).context["form"].errors) == ["results"]
    client.post(here, sent | {"results": "fresh"})
    review.refresh_from_db()
    assert review.parts["results"].startswith("Tuyến phố thông thoáng")
    kept = review.texts.get()
    assert "Sửa tay" in client.get(reverse("reviews_earlier", args=[review.pk, kept.pk])).content.decode()
    assert not client.get(here).context["form"].changes


def test_two_who_write_lose_nothing(at):
    review = drawn_up(at)
    write(review, at.specialist, limits="Bản một")
    with pytest.raises(Conflict) as conflict:
        write(review, at.specialist, limits="Bản hai")
    assert (conflict.value.theirs["limits"], conflict.value.mine["limits"]) == ("Bản một", "Bản hai")


@pytest.mark.parametrize("state", ReviewState.values)
def test_steps_lead_on_from_their_states_only(at, state):
    review = write(drawn_up(at), at.specialist, number="12/BC-UBND", issued_on=TODAY)
    for one in WORKFLOW:
        review.state = state
        review.save()
        if target := LEADS.get((state, one.name)):
            assert (
                actions.move(review=review, step=one.name, actor=at.specialist, reason="Sửa").state == target
            )
        else:
            with pytest.raises((Refused, CannotMove)):
                actions.move(review=review, step=one.name, actor=at.specialist, reason="Sửa")


def test_issued_it_has_number_and_day_and_stays(at):
    review = drawn_up(at)
    with pytest.raises(CannotMove):
        actions.move(review=review, step="issue", actor=at.clerk)
    review = write(review, at.specialist, number="12/BC-UBND", issued_on=TODAY)
    actions.move(review=review, step="issue", actor=at.clerk)
    with pytest.raises(Refused):
        write(review, at.specialist, version=1)


def test_headings_without_words_are_left_out_of_the_paper_and_the_others_numbered_anew(at):
    review = drawn_up(at)
    review.parts = {"situation": "Đã phát động.", "exemplars": "Bốn điển hình."}
    headings = [part.heading for part in report(review, date(2026, 7, 2)).parts]
    assert headings == ["I. TÌNH HÌNH TỔ CHỨC, TRIỂN KHAI PHONG TRÀO", "II. ĐIỂN HÌNH TIÊN TIẾN"]


def test_the_paper_goes_to_the_superior_and_to_those_who_took_part(at):
    review = drawn_up(at)
    assert report(review, TODAY).recipients.copies == ("Các đơn vị tham gia phong trào",)
    of_school = Review(**SAID, organisation=at.school, campaign=review.campaign)
    assert report(of_school, TODAY).recipients.copies[0] == f"{at.ward.name} (để báo cáo)"


def test_the_committee_s_report_is_signed_on_its_behalf_and_a_school_s_by_its_head(at):
    for body, post in ((at.ward, "Chủ tịch"), (at.school, "Hiệu trưởng")):
        SigningAuthority.objects.create(
            organisation=body, name="Lê Văn Hà", head_post=post, since=SAID["since"]
        )
    review = drawn_up(at)
    assert report(review, TODAY).signature.authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    of_school = Review(**SAID, organisation=at.school, campaign=review.campaign)
    assert report(of_school, TODAY).signature.authority == ("HIỆU TRƯỞNG",)


def test_campaigns_of_one_name_are_told_apart(client, at):
    mine = launched(at)
    sign_in(client, at.specialist)
    page = client.get(reverse("reviews_begin")).content.decode()
    assert f"{mine.name} ({at.ward.name}, từ {mine.since:%d/%m/%Y})" in page


def test_proposals_are_dossiers_of_their_units(at):
    campaign = launched(at)
    who, team = person(at.school), collective(at.school)
    row = verified(at)
    row.person = who
    row.save()
    review = drawn_up(at, campaign)
    said = {"review": review, "honour": "GK", "actor": at.specialist, "on": TODAY, "now": NOW}
    with pytest.raises(actions.CannotReview):
        actions.propose(exemplars=[], units=[], **said)
    _period = at.period
    [made] = actions.propose(exemplars=[row.pk], units=[at.school.pk], **said)
    assert (made.organisation, made.receiver, made.ground) == (at.school, at.ward, "movement")
    assert {(c.person, c.collective, c.honour) for c in made.candidates.all()} == {
        (who, None, "GK"),
        (None, team, "GK"),
    }
    assert review.proposals.get().dossier == made


def test_who_reads_it(at):
    review = drawn_up(at)
    readers = [actor(at.ward, role) for role in (Role.LEADER, Role.INSPECTOR, Role.CLERK)]
    others = [at.head, place().specialist, actor(at.ward, Role.ACCOUNTANT)]
    seen = [queries.visible_to(who).filter(pk=review.pk).exists() for who in readers + others]
    assert seen == [True] * 3 + [False] * 3


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def test_from_the_campaign_to_the_paper(client, at):
    campaign = launched(at)
    sign_in(client, at.specialist)
    [panel] = provides.campaign_panels(at.specialist, campaign)
    assert client.get(panel.url).context["form"].initial["campaign"] == campaign.pk
    sent = {
        "campaign": campaign.pk,
        "kind": "final",
        "since": "01/09/2026",
        "last_on": "23/11/2026",
        "once": "r",
    }
    for _ in range(2):
        done = client.post(reverse("reviews_begin"), sent)
    review = Review.objects.get()
    assert (done["Location"], review.until) == (reverse("reviews_show", args=[review.pk]), date(2026, 11, 24))
    values = review.parts | {"version": 0, "limits": "Còn hai tuyến.", "number": "12/BC-UBND"}
    here = reverse("reviews_change", args=[review.pk])
    wrong = client.post(here, values | {"issued_on": "hôm qua"})
    assert (list(wrong.context["form"].errors), wrong.context["form"]["limits"].value()) == (
        ["issued_on"],
        "Còn hai tuyến.",
    )
    client.post(here, values | {"issued_on": "23/11/2026"})
    conflict = client.post(here, values | {"issued_on": "23/11/2026", "limits": "Khác"})
    assert len(conflict.context["conflict"]) == 1
    client.post(reverse("reviews_paper", args=[review.pk]))
    drawn = Paper.objects.get(kind="campaign_report")
    assert (
        b"".join(client.get(reverse("files_download", args=[drawn.docx_id])).streaming_content)[:2] == b"PK"
    )
    client.post(reverse("reviews_step", args=[review.pk, "issue"]), {"reason": ""})
    review.refresh_from_db()
    assert (review.state, review.parts["limits"]) == ("issued", "Còn hai tuyến.")


def test_those_ticked_are_proposed_once(client, at):
    campaign = launched(at)
    collective(at.school)
    review = drawn_up(at, campaign)
    sign_in(client, at.specialist)
    here = reverse("reviews_propose", args=[review.pk])
    assert client.post(here, {"honour": "GK"}).context["form"].errors
    for _ in range(2):
        client.post(here, {"honour": "GK", "units": [at.school.pk], "once": "p"})
    assert Dossier.objects.count() == 1
    assert client.get(reverse("reviews_show", args=[review.pk])).status_code == 200


def test_the_list_costs_the_same_for_any_number(client, at):
    campaign = launched(at)
    drawn_up(at, campaign)
    sign_in(client, at.specialist)
    here = reverse("reviews_list")

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(here).status_code == 200
        return len(captured)

    n_queries()
    one = n_queries()
    drawn_up(at, campaign)
    drawn_up(at, campaign)
    assert n_queries() == one
    table = read_table(b"".join(client.get(here, {"xuat": "xlsx"}).streaming_content))
    assert [row[0] for row in table.rows] == [campaign.name] * 3
