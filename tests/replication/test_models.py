"""The life of a model: every step from every state, what it needs, who may take it."""

import pytest

from conftest import NOW, TODAY
from factories.campaigns import field, launched
from factories.dossiers import PDF, place
from factories.organisations import actor
from factories.replication import begun, chosen, draft, piloted, proposed, reviewed, step, tried
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.organisations.api import Role
from thidua.modules.replication import provides
from thidua.modules.replication.actions import models as actions
from thidua.modules.replication.actions import pilots
from thidua.modules.replication.models import ModelState, PracticeModel
from thidua.modules.replication.states import WORKFLOW

pytestmark = pytest.mark.django_db
LEADS = {
    ("draft", "propose"): "proposed",
    ("draft", "drop"): "retired",
    ("proposed", "take_back"): "draft",
    ("proposed", "hand_back"): "draft",
    ("pilot", "review"): "reviewed",
    ("reviewed", "list"): "catalogue",
    ("retired", "take_up"): "proposed",
    **{(state, "retire"): "retired" for state in ("proposed", "pilot", "reviewed", "catalogue")},
}


@pytest.fixture
def at():
    return place()


@pytest.mark.parametrize("state", ModelState.values)
def test_steps_lead_on_from_their_states_only(at, state):
    """With every pilot ended and the review saying “worth”."""
    row = reviewed(at)
    for one in WORKFLOW:
        row.state = state
        row.save()
        if target := LEADS.get((state, one.name)):
            assert step(at, row, one.name).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                step(at, row, one.name)


def test_a_pilot_begins_once_a_unit_is_chosen(at):
    model = proposed(at)
    with pytest.raises(CannotMove):
        step(at, model, "pilot")
    chosen(at, model)
    for name in ("take_back", "hand_back", "retire"):
        with pytest.raises(CannotMove):
            step(at, model, name)
    assert step(at, model, "pilot").state == "pilot"


def test_what_is_not_yet_worth_it_is_piloted_further(at):
    model = reviewed(at, verdict="not_yet")
    with pytest.raises(CannotMove):
        step(at, model, "list")
    assert step(at, model, "pilot_again").state == "pilot"
    again = chosen(at, model)
    with pytest.raises(CannotMove):
        step(at, model, "review")
    tried(at, again)
    said = {"verdict": "worth", "reason": "Giá kín đã khắc phục", "on": TODAY, "now": NOW}
    assert actions.review(model=model, actor=at.specialist, **said).verdict == "worth"


def test_nothing_is_reviewed_before_a_pilot_has_shown_something(at):
    model, pilot = piloted(at)
    said = {"verdict": "worth", "reason": "Tốt", "on": TODAY, "now": NOW}
    with pytest.raises(CannotMove):
        actions.review(model=model, actor=at.specialist, **said)
    pilots.end(pilot=pilot, step="give_up", reason="Thiếu người", actor=at.head, on=TODAY)
    with pytest.raises(CannotMove):
        actions.review(model=model, actor=at.specialist, **said)


def test_a_review_says_why(at):
    model, pilot = piloted(at)
    tried(at, pilot)
    with pytest.raises(CannotMove) as refusal:
        actions.review(model=model, verdict="no", reason=" ", actor=at.specialist, on=TODAY, now=NOW)
    assert refusal.value.field == "reason"


@pytest.mark.parametrize("lack", ["novelty", "solutions", "conditions"])
def test_others_follow_only_what_is_written_down(at, lack):
    with pytest.raises(CannotMove):
        step(at, begun(at, **{lack: ""}), "propose")


def test_a_cost_of_nothing_is_said(at):
    with pytest.raises(CannotMove):
        step(at, begun(at, cost=None), "propose")
    assert step(at, begun(at, cost=0), "propose").proposed_on == TODAY


def test_the_officer_alone_puts_nothing_forward(at):
    with pytest.raises(Refused):
        actions.move(model=begun(at), step="propose", actor=at.officer, on=TODAY, now=NOW)


@pytest.mark.parametrize("name", ["hand_back", "pilot", "retire"])
def test_the_authority_decides_not_the_unit(at, name):
    model = proposed(at)
    with pytest.raises(Refused):
        actions.move(model=model, step=name, actor=at.head, on=TODAY, now=NOW, reason="x")


def test_a_leader_decides_too(at):
    leader = actor(at.ward, Role.LEADER)
    model = proposed(at)
    handed = actions.move(
        model=model, step="hand_back", actor=leader, on=TODAY, now=NOW, reason="Ghi rõ chi phí"
    )
    assert (handed.state, handed.steps.latest("pk").note) == ("draft", "Ghi rõ chi phí")


def test_two_who_save_at_once_lose_nothing(at):
    model = begun(at)
    actions.change(model=model, draft=draft(novelty="Của người thứ nhất"), version=0, actor=at.officer)
    with pytest.raises(Conflict) as conflict:
        actions.change(model=model, draft=draft(novelty="Của người thứ hai"), version=0, actor=at.head)
    assert (conflict.value.theirs["novelty"], conflict.value.mine["novelty"]) == (
        "Của người thứ nhất",
        "Của người thứ hai",
    )


def test_what_is_offered_to_all_is_no_longer_changed(at):
    model = step(at, reviewed(at), "list")
    with pytest.raises(Refused):
        actions.change(model=model, draft=draft(), version=0, actor=at.head)


def test_a_model_belongs_to_a_campaign_that_the_unit_knows(at):
    known = launched(at)
    with pytest.raises(actions.CannotWrite) as refusal:
        begun(at, campaign_id=launched(place()).pk)
    assert refusal.value.field == "campaign"
    model = begun(at, campaign_id=known.pk, field_id=field(at.ward).pk)
    assert (model.campaign, model.field) == (known, field(at.ward))
    assert [panel.url for panel in provides.campaign_panels(at.head, known)] == [f"/mo-hinh/{model.pk}/"]


def test_a_model_has_a_name(at):
    with pytest.raises(actions.CannotWrite) as refusal:
        begun(at, name="  ")
    assert refusal.value.field == "name"


def test_files_and_links_show_that_it_works(at, tmp_path, settings):
    settings.FILES_PATH = tmp_path
    model = begun(at)
    said = {"model": model, "actor": at.officer, "now": NOW}
    kept = actions.attach(label="", content=PDF, name="bao-cao.pdf", **said)
    assert (kept.label, kept.file.subject) == ("bao-cao.pdf", f"model:{model.pk}")
    actions.attach(label="Phóng sự", link="https://example.vn/a", **said)
    for wrong in (
        {},
        {"link": "khong phai"},
        {"content": PDF, "name": "a.pdf", "link": "https://example.vn"},
    ):
        with pytest.raises(actions.CannotWrite):
            actions.attach(label="", **said, **wrong)
    actions.detach(proof=kept, actor=at.officer)
    assert [proof.label for proof in model.proofs.all()] == ["Phóng sự"]


def test_its_life_is_kept_step_by_step(at):
    model = step(at, reviewed(at), "list")
    assert list(model.steps.order_by("pk").values_list("step", flat=True)) == [
        "draft",
        "propose",
        "pilot",
        "review",
        "list",
    ]
    assert PracticeModel.objects.get().reviewed_on == TODAY
