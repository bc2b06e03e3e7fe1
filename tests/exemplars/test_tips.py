"""From a tip to an exemplar, to another tip, to the receiver of complaints, or to nothing."""

from datetime import date, timedelta

import pytest

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.exemplars import DEED, PHOTO, draft, exemplar, tip
from factories.organisations import OrganisationFactory, actor
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.exemplars import hearing, provides, queries
from thidua.modules.exemplars.actions import exemplars, retention, telling, triage
from thidua.modules.exemplars.actions.triage import CannotTriage
from thidua.modules.exemplars.models import Tip, TipDoor, TipState
from thidua.modules.exemplars.states import TIP_WORKFLOW
from thidua.modules.files.models import StoredFile
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role, system

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(tmp_path, settings):
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at():
    return place()


def test_an_accepted_tip_carries_everything_over(at):
    row = exemplar(at, witnesses="bảo vệ chợ")
    told = Tip.objects.get()
    assert (row.deed, row.deed_on, row.deed_place, row.confirmed_by, row.found_on) == (
        DEED,
        date(2026, 11, 20),
        "Chợ Hôm",
        "bảo vệ chợ",
        TODAY,
    )
    assert (told.state, told.exemplar_id) == (TipState.ACCEPTED, row.pk)
    assert list(row.milestones.values_list("step", "on")) == [("found", TODAY)]


def test_every_step_leads_only_from_new(at):
    """The full product of states and steps."""
    other = tip(at, who="Người khác")
    done = {
        "accept": lambda t: triage.accept(
            tip=t, name="A", kind="person", actor=at.officer, on=TODAY, now=NOW
        ),
        "merge": lambda t: triage.merge(tip=t, same_as=other, actor=at.officer),
        "refer": lambda t: triage.refer(tip=t, actor=at.officer),
        "decline": lambda t: triage.decline(tip=t, reason="Không đúng sự thật", actor=at.officer),
    }
    assert done.keys() == {step.name for step in TIP_WORKFLOW}
    for first, act in done.items():
        row = tip(at)
        act(row)
        row.refresh_from_db()
        assert row.state == TIP_WORKFLOW.by_name[first].target
        for again in done.values():
            with pytest.raises((Refused, CannotMove)):
                again(row)


def test_near_ones_are_of_the_unit_the_week_and_the_name(at):
    first = tip(at)
    same = tip(at, who="trần thị bích hà", deed_on=date(2026, 11, 22))
    unnamed = tip(at, who="")
    tip(at, who="Nguyễn Văn Long")
    tip(at, deed_on=date(2026, 11, 1))
    elsewhere = OrganisationFactory(parent=at.ward)
    telling.tell(organisation=elsewhere, draft=draft(), actor=at.officer, now=NOW)
    assert queries.near(first) == [unnamed, same]


def test_a_merged_tip_goes_where_the_first_goes(at):
    first, second, third = tip(at), tip(at), tip(at)
    triage.merge(tip=second, same_as=first, actor=at.officer)
    triage.merge(tip=first, same_as=third, actor=at.officer)
    assert set(third.doubles.all()) == {first, second}


def test_a_tip_is_not_merged_with_itself_or_with_another_unit(at):
    first = tip(at)
    elsewhere = OrganisationFactory(parent=at.ward)
    other = telling.tell(organisation=elsewhere, draft=draft(), actor=at.officer, now=NOW)
    for wrong in (first, other):
        with pytest.raises(CannotTriage):
            triage.merge(tip=first, same_as=wrong, actor=at.officer)


def test_an_accusation_is_read_by_the_receiver_of_complaints_alone(at):
    row = tip(at, photo=PHOTO)
    triage.refer(tip=row, actor=at.officer)
    receiver = actor(at.ward, Role.COMPLAINTS)
    everybody = [
        at.officer,
        at.head,
        at.specialist,
        actor(at.ward, Role.LEADER),
        actor(at.ward, Role.ADMINISTRATOR),
    ]
    assert [queries.tips_visible_to(who).count() for who in everybody] == [0] * 5
    assert list(queries.tips_visible_to(receiver)) == [row]
    photo = StoredFile.objects.get()
    assert (provides.may_read_file(at.officer, photo), provides.may_read_file(receiver, photo)) == (
        False,
        True,
    )


def test_the_receiver_of_complaints_reads_nothing_else(at):
    tip(at)
    assert list(queries.tips_visible_to(actor(at.ward, Role.COMPLAINTS))) == []


def test_who_told_it_sees_his_own(at):
    clerk = actor(at.ward, Role.CLERK)
    mine = telling.tell(organisation=at.school, draft=draft(), actor=clerk, now=NOW)
    tip(at)
    assert list(queries.tips_visible_to(clerk)) == [mine]


def test_another_ward_sees_nothing(at):
    exemplar(at)
    other = place()
    assert not queries.tips_visible_to(other.specialist).exists()
    assert not queries.visible_to(other.specialist).exists()


def test_news_reaches_the_unit_or_the_desk_above(at):
    hearing.told(_event("exemplars.told", tip(at)))
    assert set(Notice.objects.values_list("user_id", flat=True)) == {at.officer.user_id, at.head.user_id}
    Notice.objects.all().delete()
    silent = OrganisationFactory(parent=at.ward)
    row = telling.tell(organisation=silent, draft=draft(), actor=at.officer, now=NOW)
    hearing.told(_event("exemplars.told", row))
    assert set(Notice.objects.values_list("user_id", flat=True)) == {at.specialist.user_id}
    assert list(queries.waiting_for(at.specialist, TODAY)) == [row]


def _event(name, row):
    import uuid

    from thidua.foundation.events import Event

    return Event(uuid.uuid4(), name, row.pk, {})


def test_only_a_picture_is_taken(at):
    from thidua.modules.exemplars.drafts import Photo

    paper = Photo(
        name="x.pdf", content=b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(telling.CannotTell):
        tip(at, photo=paper)


def test_unused_photos_of_children_are_forgotten_after_ninety_days(at):
    unused = tip(at, photo=PHOTO, shows_child=True)
    shown = exemplar(at, photo=PHOTO, shows_child=True)
    grown_up = tip(at, photo=PHOTO)
    evidence = tip(at, photo=PHOTO, shows_child=True)
    triage.refer(tip=evidence, actor=at.officer)
    shown.consent, shown.consent_on, shown.state = "given", TODAY, "publicised"
    shown.save()
    later = TODAY + timedelta(days=90)
    assert retention.forget_unused_photos(actor=system(TODAY), on=later - timedelta(days=1)) == 0
    assert retention.forget_unused_photos(actor=system(TODAY), on=later) == 1
    unused.refresh_from_db()
    assert unused.photo is None
    assert Tip.objects.filter(photo__isnull=False).count() == 3
    assert grown_up.photo in StoredFile.objects.all()


def test_a_new_address_closes_the_old_one(at):
    old = telling.open_door(organisation=at.school, actor=at.officer, now=NOW).code
    new = telling.open_door(organisation=at.school, actor=at.officer, now=NOW).code
    assert old != new
    assert list(TipDoor.objects.values_list("code", flat=True)) == [new]


def test_only_who_works_here_opens_an_address(at):
    with pytest.raises(Refused):
        telling.open_door(organisation=at.school, actor=place().officer, now=NOW)


def test_the_future_is_refused(at):
    with pytest.raises(telling.CannotTell) as refusal:
        tip(at, deed_on=TODAY + timedelta(days=1))
    assert refusal.value.field == "deed_on"


def test_an_exemplar_needs_a_name(at):
    with pytest.raises(CannotTriage):
        triage.accept(tip=tip(at), name=" ", kind="person", actor=at.officer, on=TODAY, now=NOW)


def test_visits_lie_between_deed_and_today(at):
    row = exemplar(at)
    for wrong in (date(2026, 11, 19), TODAY + timedelta(days=1)):
        with pytest.raises(exemplars.CannotRecord):
            exemplars.visit(
                exemplar=row, visited_on=wrong, by_whom="A", note="B", actor=at.officer, on=TODAY, now=NOW
            )
