import pytest

from factories.decisions import NOW, ON, appraised, chairman, drafted, in_force, voted
from factories.dossiers import Place, dossier, person, propose
from factories.organisations import WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.modules.decisions import actions, queries
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionState
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState, Procedure
from thidua.modules.organisations.api import Role
from thidua.modules.papers.api import papers_of


def codes(groups: list[queries.Group]) -> dict[str, int]:
    return {group.code: len(group.candidates) for group in groups}


def test_passed_candidates_wait_by_honour_the_highest_first(at: Place) -> None:
    voted(at, "LDTT", "CSTDCS")
    voted(at, "LDTT")
    assert list(codes(queries.eligible(at.ward, ON)).items()) == [("CSTDCS", 1), ("LDTT", 2)]


def test_what_a_higher_level_decides_is_not_offered_here(at: Place) -> None:
    voted(at, "LDTT", "BK_TINH")
    assert codes(queries.eligible(at.ward, ON)) == {"LDTT": 1}
    assert codes(queries.beyond_power(at.ward, ON)) == {"BK_TINH": 1}


def test_without_a_council_only_the_certificate_of_merit_and_the_simplified_procedure(at: Place) -> None:
    appraised(at, "LDTT", "GK")
    simple = appraised(at, "CSTDCS")
    assert codes(queries.eligible(at.ward, ON)) == {"GK": 1}
    simple.procedure, simple.simplified_basis = Procedure.SIMPLIFIED, "đột xuất"
    simple.save()
    assert codes(queries.eligible(at.ward, ON)) == {"CSTDCS": 1, "GK": 1}


def test_a_draft_proposes_signer_grounds_and_prizes(at: Place) -> None:
    chairman(at)
    decision = drafted(at, voted(at, "LDTT", "CSTDCS"))
    assert decision.signer.name == "Trần Văn Ký"
    assert decision.authority == f"Chủ tịch Ủy ban nhân dân p{at.ward.name[1:]}"
    assert decision.title == "Về việc công nhận danh hiệu thi đua năm 2026"
    assert "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in decision.grounds
    assert not any("98/2023" in ground for ground in decision.grounds)
    lines = [(item.place, item.candidate.honour, item.prize) for item in decision.items.all()]
    assert lines == [(1, "CSTDCS", 2_530_000), (2, "LDTT", 0)]
    assert decision.items.get(place=2).prize_basis.startswith("Không chi: cùng thời gian")


def test_candidates_in_a_decision_wait_no_longer_until_it_is_cancelled(at: Place) -> None:
    decision = drafted(at)
    assert queries.eligible(at.ward, ON) == []
    actions.cancel(decision=decision, reason="Lập lại", actor=at.specialist)
    assert codes(queries.eligible(at.ward, ON)) == {"LDTT": 1}
    assert (decision.refresh_from_db(), decision.state, decision.last_remark) == (
        None,
        "cancelled",
        "Lập lại",
    )


def draft_of(at: Place, candidates: list[Candidate], by: object = None) -> Decision:
    return actions.draft(
        organisation=at.ward, candidates=candidates, title="", actor=by or at.specialist, on=ON, now=NOW
    )


def test_a_candidate_stands_in_one_decision(at: Place) -> None:
    file = voted(at)
    drafted(at, file)
    with pytest.raises(actions.CannotDraft):
        draft_of(at, list(file.candidates.all()))
    assert Decision.objects.count() == 1


def test_the_ward_cannot_decide_for_the_province(at: Place) -> None:
    file = voted(at, "BK_TINH")
    with pytest.raises(actions.CannotDraft, match="a higher level decides"):
        draft_of(at, list(file.candidates.all()))


def test_proposed_candidates_cannot_be_decided(at: Place) -> None:
    row = dossier(at)
    found = propose(at, row, person(at.school), "LDTT")
    with pytest.raises(actions.CannotDraft):
        draft_of(at, found)


@pytest.mark.parametrize("role", [Role.CLERK, Role.LEADER, Role.UNIT_HEAD, Role.ACCOUNTANT])
def test_only_the_desk_drafts(at: Place, role: Role) -> None:
    file = voted(at)
    with pytest.raises(Refused, match="A decision is drafted by"):
        draft_of(at, list(file.candidates.all()), actor(at.ward, role))


def test_another_wards_desk_drafts_nothing_here(at: Place) -> None:
    file = voted(at)
    with pytest.raises(Refused):
        draft_of(at, list(file.candidates.all()), actor(WardFactory(), Role.SPECIALIST))


def test_posthumous_conferrals_stand_alone(at: Place) -> None:
    first, second = voted(at), voted(at)
    Candidate.objects.filter(dossier=second).update(is_posthumous=True)
    with pytest.raises(actions.CannotDraft, match="truy tặng"):
        drafted(at, first, second)


def test_recipients_are_added_and_dropped_while_it_is_a_draft(at: Place) -> None:
    decision = drafted(at, voted(at, "LDTT"))
    more = voted(at, "CSTDCS")
    actions.add_candidates(
        decision=decision, candidates=list(more.candidates.all()), actor=at.specialist, on=ON
    )
    assert [item.candidate.honour for item in decision.items.all()] == ["CSTDCS", "LDTT"]
    actions.drop_item(item=decision.items.first(), actor=at.specialist, on=ON)
    assert [(item.place, item.candidate.honour) for item in decision.items.all()] == [(1, "LDTT")]


def test_two_editors_get_both_texts(at: Place) -> None:
    decision = drafted(at)
    actions.change(decision=decision, version=0, fields={"merit": "bản một"}, actor=at.specialist)
    with pytest.raises(Conflict) as conflict:
        actions.change(decision=decision, version=0, fields={"merit": "bản hai"}, actor=at.specialist)
    assert (conflict.value.theirs, conflict.value.mine) == ({"merit": "bản một"}, {"merit": "bản hai"})


def test_lists_are_kept_without_empty_lines(at: Place) -> None:
    decision = drafted(at)
    fields = {"grounds": ["Luật A", "  ", "Nghị  định B"]}
    changed = actions.change(decision=decision, version=0, fields=fields, actor=at.specialist)
    assert (changed.grounds, changed.version) == (["Luật A", "Nghị định B"], 1)


def test_a_decision_goes_to_the_signer_complete(at: Place) -> None:
    decision = drafted(at)
    DecisionItem.objects.all().delete()
    with pytest.raises(actions.CannotMove, match="Add at least one recipient"):
        actions.to_leader(decision=decision, actor=at.specialist, on=ON, now=NOW)


def test_a_decision_in_force_is_seen_by_the_unit_it_concerns(at: Place) -> None:
    decision = in_force(at)
    stranger = actor(WardFactory(), Role.SPECIALIST)
    seen = [
        queries.visible_to(who).filter(pk=decision.pk).exists() for who in (at.officer, at.clerk, stranger)
    ]
    assert seen == [True, True, False]
    Decision.objects.filter(pk=decision.pk).update(state=DecisionState.NUMBERED)
    assert not queries.visible_to(at.officer).exists()


def test_the_signer_finds_the_draft_drawn_and_marked(at: Place) -> None:
    decision = actions.to_leader(decision=drafted(at), actor=at.specialist, on=ON, now=NOW)
    (paper,) = papers_of(f"decision:{decision.pk}")
    assert paper.letter["head"]["number"] == "DỰ THẢO"


def test_declining_closes_what_nobody_waits_for(at: Place) -> None:
    file = voted(at, "LDTT")
    candidate = file.candidates.get()
    with pytest.raises(actions.CannotMove):
        actions.decline(candidate=candidate, reason=" ", actor=at.clerk, on=ON, now=NOW)
    declined = actions.decline(candidate=candidate, reason="Không đồng ý", actor=at.clerk, on=ON, now=NOW)
    assert (declined.state, declined.outcome_reason) == (CandidateState.NOT_GRANTED, "Không đồng ý")
    assert queries.eligible(at.ward, ON) == []
    assert Dossier.objects.get(pk=file.pk).state == DossierState.DECIDED


def test_one_who_stands_in_a_draft_is_taken_out_first(at: Place) -> None:
    file = voted(at)
    drafted(at, file)
    with pytest.raises(actions.CannotDecline):
        actions.decline(candidate=file.candidates.get(), reason="x", actor=at.clerk, on=ON, now=NOW)
