"""The life of a campaign: every step from every state, what a launch asks for, whom it reaches."""

from datetime import date

import pytest

from conftest import NOW, TODAY
from factories.campaigns import AIM, TEXTS, campaign, field, indicator, launched, plan
from factories.dossiers import place
from factories.organisations import OrganisationFactory, actor
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.campaigns import queries
from thidua.modules.campaigns.actions import answering, fields, indicators, launching, preparing
from thidua.modules.campaigns.copying import copied_parts, copied_targets
from thidua.modules.campaigns.drafts import CampaignDraft, IndicatorDraft
from thidua.modules.campaigns.models import Campaign, CampaignState, Field
from thidua.modules.campaigns.requirements import missing
from thidua.modules.campaigns.states import WORKFLOW
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db
LEADS = {
    ("draft", "launch"): "launched",
    ("launched", "end"): "ended",
    ("ended", "resume"): "launched",
    ("draft", "call_off"): "called_off",
    ("launched", "call_off"): "called_off",
}


@pytest.fixture
def at():
    return place()


def launch(row, who, on=TODAY):
    return launching.launch(campaign=row, launched_on=on, actor=who, on=TODAY, now=NOW)


def step(row, name, who, reason="Theo thông báo số 12/TB-UBND"):
    if name == "launch":
        return launch(row, who)
    return launching.move(campaign=row, step=name, actor=who, on=TODAY, now=NOW, reason=reason)


@pytest.mark.parametrize("state", CampaignState.values)
def test_steps_lead_on_from_their_states_only(at, state):
    row = campaign(at)
    row.launched_on = date(2026, 9, 1)
    for one in WORKFLOW:
        row.state = state
        row.save()
        if target := LEADS.get((state, one.name)):
            assert step(row, one.name, at.specialist).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                step(row, one.name, at.specialist)


@pytest.mark.parametrize("code", TEXTS)
def test_a_launch_names_what_is_missing_with_its_article(at, code):
    row = campaign(at)
    preparing.write(campaign=row, parts={code: "  "}, version=1, actor=at.specialist, now=NOW)
    with pytest.raises(CannotMove) as refusal:
        launch(row, at.specialist)
    [lack] = missing(row.__class__.objects.get(pk=row.pk), TODAY)
    assert lack.code == code
    assert f"({lack.cite})" in str(refusal.value)
    assert "06/2022/QH15, Article 17 clause" in lack.cite
    assert Campaign.objects.get(pk=row.pk).launched_on is None


def test_a_launch_needs_its_time_and_its_plan(at):
    row = campaign(at, until=None, plan_number="", plan_on=None)
    assert [lack.code for lack in missing(row, TODAY)] == ["time", "plan"]


def test_the_earlier_law_asked_for_targets_and_a_slogan(at):
    row = campaign(at)
    assert [lack.code for lack in missing(row, date(2023, 12, 31))] == ["targets", "slogan"]


def test_an_indicator_without_a_target_stops_the_launch(at):
    row = campaign(at)
    indicator(at, row, target=None)
    with pytest.raises(CannotMove, match="Tuyến phố thông thoáng"):
        launch(row, at.specialist)


def test_no_launch_on_a_day_to_come(at):
    with pytest.raises(launching.CannotLaunch):
        launch(campaign(at), at.specialist, on=date(2026, 11, 24))


def test_the_officer_prepares_and_does_not_launch(at):
    above = launched(at)
    own = plan(at, above)
    preparing.write(campaign=own, parts=TEXTS, version=0, actor=at.officer, now=NOW)
    with pytest.raises(Refused):
        launch(own, at.officer)


def test_a_launch_reaches_all_units_below_or_the_chosen(at):
    other = OrganisationFactory(parent=at.ward)
    everybody = launched(at)
    assert {unit.organisation_id for unit in everybody.units.all()} == {at.school.pk, other.pk}
    row = campaign(at)
    row = preparing.choose_units(
        campaign=row, reach="chosen", units=[other.pk], version=1, actor=at.specialist, now=NOW
    )
    chosen = launch(row, at.specialist)
    assert [unit.organisation_id for unit in chosen.units.all()] == [other.pk]


def test_strange_units_are_not_chosen(at):
    stranger = place().school
    with pytest.raises(preparing.CannotPrepare):
        preparing.choose_units(
            campaign=campaign(at),
            reach="chosen",
            units=[stranger.pk],
            version=1,
            actor=at.specialist,
            now=NOW,
        )


def test_units_see_what_was_launched_and_no_draft(at):
    draft, above = campaign(at), launched(at)
    assert list(queries.visible_to(at.officer)) == [above]
    assert set(queries.visible_to(at.specialist)) == {draft, above}
    inspector = actor(at.ward, Role.INSPECTOR)
    assert list(queries.visible_to(inspector)) == [above]
    assert list(queries.visible_to(place().specialist)) == []


def test_a_unit_sees_no_plan_of_another(at):
    other = OrganisationFactory(parent=at.ward)
    own = plan(at, launched(at))
    stranger = actor(other, Role.UNIT_OFFICER)
    assert own not in queries.visible_to(stranger)
    assert own in queries.visible_to(at.specialist)


def test_what_reached_a_unit_waits_until_it_answers(at):
    above = launched(at)
    assert [unit.campaign for unit in queries.waiting_for(at.officer, TODAY)] == [above]
    plan(at, above)
    assert not queries.waiting_for(at.officer, TODAY).exists()


def test_standing_aside_says_why_and_can_be_taken_back(at):
    above = launched(at)
    aside = {"campaign": above, "organisation": at.school, "actor": at.officer, "on": TODAY}
    with pytest.raises(answering.CannotAnswer):
        answering.stand_aside(reason=" ", **aside)
    unit = answering.stand_aside(reason="Trường không có tuyến phố", **aside)
    assert (unit.stood_aside_on, unit.reason) == (TODAY, "Trường không có tuyến phố")
    assert not queries.waiting_for(at.officer, TODAY).exists()
    plan(at, above)
    unit.refresh_from_db()
    assert unit.stood_aside_on is None


def test_the_own_plan_brings_indicators_without_their_targets(at):
    above = launched(at)
    own = plan(at, above)
    [mine] = own.indicators.all()
    [theirs] = above.indicators.all()
    assert (mine.above, mine.name, mine.unit, mine.target, mine.baseline) == (
        theirs,
        theirs.name,
        theirs.unit,
        None,
        None,
    )
    assert (own.parts, own.state, plan(at, above)) == ({}, "draft", own)


def test_only_who_was_reached_makes_a_plan(at):
    stranger = place()
    with pytest.raises(answering.CannotAnswer):
        answering.plan(campaign=launched(at), organisation=stranger.school, actor=stranger.officer, now=NOW)


def test_what_was_taken_over_is_marked_and_hinders_nothing(at):
    above = launched(at)
    own = plan(at, above)
    texts = TEXTS | {"aim": AIM + " nhé", "content": "Mỗi lớp giữ sạch đoạn vỉa hè trước cổng trường mình"}
    own = preparing.write(campaign=own, parts=texts, version=0, actor=at.officer, now=NOW)
    mine = own.indicators.get()
    same = IndicatorDraft(name=mine.name, unit=mine.unit, target=above.indicators.get().target)
    mine = indicators.change_indicator(indicator=mine, draft=same, actor=at.officer)
    assert "aim" in copied_parts(own)
    assert "content" not in copied_parts(own)
    assert copied_targets([mine]) == {mine.pk}
    preparing.describe(
        campaign=own,
        draft=CampaignDraft(
            name=own.name,
            field_id=own.field_id,
            since=own.since,
            until=own.until,
            plan_link="https://a.vn/kh",
        ),
        version=1,
        actor=at.officer,
        now=NOW,
    )
    assert launch(own, at.head).state == "launched"


def test_two_who_save_at_once_lose_nothing(at):
    row = campaign(at)
    preparing.write(campaign=row, parts={"aim": "Bản thứ nhất"}, version=1, actor=at.specialist, now=NOW)
    with pytest.raises(Conflict) as conflict:
        preparing.write(campaign=row, parts={"aim": "Bản thứ hai"}, version=1, actor=at.specialist, now=NOW)
    assert (conflict.value.theirs, conflict.value.mine) == ({"aim": "Bản thứ nhất"}, {"aim": "Bản thứ hai"})


def test_a_launched_plan_is_no_longer_changed(at):
    row = launched(at)
    with pytest.raises(Refused):
        preparing.write(
            campaign=row, parts={"aim": "Khác"}, version=row.version, actor=at.specialist, now=NOW
        )
    with pytest.raises(Refused):
        indicator(at, row, name="Thêm sau")


def test_a_target_on_the_wrong_side_of_the_baseline_is_asked_back(at):
    row = campaign(at)
    with pytest.raises(indicators.CannotMeasure):
        indicator(at, row, baseline=20, target=12)
    assert indicator(at, row, baseline=20, target=12, direction="less").target == 12


def test_the_catalogue_begins_with_nine_and_is_the_authoritys_own(at):
    begun = fields.begin_catalogue(organisation=at.ward, actor=at.specialist)
    assert len(begun) == 9
    assert fields.begin_catalogue(organisation=at.ward, actor=at.specialist) == []
    fields.retire_field(field=begun[0], actor=at.specialist, on=TODAY)
    fields.rename_field(field=begun[1], name="Cải cách, chuyển đổi số", actor=at.specialist)
    with pytest.raises(fields.CannotKeepField):
        fields.add_field(organisation=at.ward, name="GIẢI PHÓNG  mặt bằng", actor=at.specialist)
    with pytest.raises(Refused):
        fields.add_field(organisation=at.ward, name="Khác", actor=at.officer)
    offered = queries.fields_for(at.school.pk, TODAY)
    assert next(one.name for one in offered) == "Cải cách, chuyển đổi số"
    assert offered.count() == 8


def test_a_field_of_another_catalogue_is_not_chosen(at):
    strange = field(place().ward, "Lĩnh vực lạ")
    with pytest.raises(preparing.CannotPrepare):
        campaign(at, field_id=strange.pk)
    assert Field.objects.filter(pk=strange.pk).exists()


def test_the_same_units_asked_for_the_same_thing_in_the_same_weeks(at):
    first = launched(at)
    second = campaign(at, name="Đường thông, hè thoáng")
    indicator(at, second)
    [overlap] = queries.overlapping(second, TODAY)
    assert (overlap.other, overlap.n_units, overlap.same_field, overlap.indicators) == (
        first,
        1,
        True,
        ("Tuyến phố thông thoáng",),
    )
    later = campaign(at, since=date(2027, 7, 1), until=date(2027, 9, 1))
    assert queries.overlapping(later, TODAY) == []
    elsewhere = campaign(at, field_id=field(at.ward, "Y tế").pk)
    indicator(at, elsewhere, name="Người dân được khám sức khỏe")
    assert queries.overlapping(elsewhere, TODAY) == []
