from datetime import date

import pytest

from factories.decisions import NOW, ON, PDF, chairman, each, in_force, signed, step, voted
from factories.dossiers import Place, collective, dossier, initiative, minuted, propose
from factories.organisations import WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.modules.decisions import actions
from thidua.modules.decisions.models import DecisionState, RevocationGround
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierState
from thidua.modules.notices.models import Notice
from thidua.modules.people.models import InitiativeAuthor
from thidua.modules.register.chain import verify
from thidua.modules.register.models import Act, Chain, Entry, Source


def test_every_candidate_becomes_an_entry_in_the_decisions_order(at: Place) -> None:
    decision = in_force(at, voted(at, "LDTT", "CSTDCS"), voted(at, "LDTT"), number=112)
    assert decision.state == DecisionState.IN_FORCE
    entries = list(Entry.objects.order_by("place"))
    assert [(entry.place, entry.honour) for entry in entries] == [(1, "CSTDCS"), (2, "LDTT"), (3, "LDTT")]
    assert {(e.decision_number, e.decided_on, e.source, e.year) for e in entries} == {
        ("112/QĐ-UBND", ON, Source.DECISION, 2026)
    }
    assert entries[0].signer == "Trần Văn Ký (CHỦ TỊCH)"
    assert [item.entry for item in decision.items.all()] == entries
    assert verify(Chain.objects.get(body=at.ward)) is None


def test_candidates_are_granted_and_their_dossiers_decided(at: Place) -> None:
    file = voted(at, "LDTT", "CSTDCS")
    in_force(at, file)
    assert {c.state for c in file.candidates.all()} == {CandidateState.GRANTED}
    assert Dossier.objects.get(pk=file.pk).state == DossierState.DECIDED


def test_a_dossier_with_others_waiting_stays_open(at: Place) -> None:
    file = voted(at, "LDTT", "BK_TINH")
    here = file.candidates.get(honour="LDTT")
    decision = signed_for(at, here)
    actions.put_in_force(decision=decision, actor=at.clerk, on=ON, now=NOW)
    assert Dossier.objects.get(pk=file.pk).state == DossierState.VOTED


def signed_for(at: Place, *candidates: object) -> object:
    signer = chairman(at)
    decision = actions.draft(
        organisation=at.ward, candidates=list(candidates), title="", actor=at.specialist, on=ON, now=NOW
    )
    actions.to_leader(decision=decision, actor=at.specialist, on=ON, now=NOW)
    actions.enter_number(
        decision=decision,
        number=7,
        signed_on=ON,
        signer=signer,
        late_reason="",
        actor=at.clerk,
        on=ON,
        now=NOW,
    )
    return actions.attach_signed(decision=decision, content=PDF, name="7.pdf", actor=at.clerk, now=NOW)


def test_initiatives_that_served_are_used(at: Place) -> None:
    file = voted(at, "CSTDCS")
    candidate = file.candidates.get()
    idea = initiative(candidate.person)
    candidate.initiatives.add(idea)
    in_force(at, file)
    used = InitiativeAuthor.objects.get(initiative=idea)
    assert (used.used_for, used.used_in_year) == ("CSTDCS", 2026)


def test_the_unit_is_told_once(at: Place) -> None:
    decision = in_force(at, voted(at, "LDTT"), voted(at, "LDTT"))
    told = Notice.objects.filter(effect__startswith=f"decisions.in_force/{decision.pk}")
    assert sorted(told.values_list("user_id", flat=True)) == sorted([at.officer.user_id, at.head.user_id])
    assert set(told.values_list("url", flat=True)) == {f"/quyet-dinh/{decision.pk}/"}


def test_it_happens_once(at: Place) -> None:
    decision = signed(at)
    actions.put_in_force(decision=decision, actor=at.clerk, on=ON, now=NOW)
    with pytest.raises(Refused):
        actions.put_in_force(decision=decision, actor=at.clerk, on=ON, now=NOW)
    assert Entry.objects.count() == 1


def test_a_collective_gets_its_title(at: Place) -> None:
    row = dossier(at)
    propose(at, row, collective(at.school), "TTLDTT")
    minuted(at, row)
    entries = in_force(at, _voted(at, row)).items.get().entry
    assert (entries.collective.organisation, entries.honour) == (at.school, "TTLDTT")


def _voted(at: Place, row: Dossier) -> Dossier:
    move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    row = move(dossier=row, step="send", actor=at.head, on=ON, now=NOW)
    row = step(row, "receive", at)
    each(row, CandidateState.AGREED, at)
    row = step(step(row, "conclude", at), "to_council", at)
    each(row, CandidateState.PASSED, at)
    return step(row, "from_council", at)


def test_forwarded_then_granted_elsewhere(at: Place) -> None:
    file = voted(at, "BK_TINH")
    actions.forward(dossier=file, actor=at.specialist, on=ON, now=NOW)
    entry = record(at, file, actions.Outcome.GRANTED)
    assert (entry.honour, entry.source, entry.decision_number) == ("BK_TINH", Source.ELSEWHERE, "45/QĐ-UBND")
    assert entry.decided_by == "Chủ tịch Ủy ban nhân dân thành phố Hà Nội"
    assert file.candidates.get().state == CandidateState.GRANTED
    assert Dossier.objects.get(pk=file.pk).state == DossierState.DECIDED


def record(at: Place, file: Dossier, outcome: actions.Outcome, **fields: str) -> Entry | None:
    paper = actions.HigherDecision(
        "45/QĐ-UBND", date(2026, 11, 20), "Chủ tịch Ủy ban nhân dân thành phố Hà Nội", "Nguyễn Văn Ký"
    )
    return actions.record_outcome(
        candidate=file.candidates.get(),
        outcome=outcome,
        decision=paper,
        actor=at.specialist,
        on=ON,
        now=NOW,
        **fields,
    )


def test_a_lowered_honour_enters_as_what_was_conferred(at: Place) -> None:
    file = voted(at, "BK_TINH")
    actions.forward(dossier=file, actor=at.specialist, on=ON, now=NOW)
    entry = record(at, file, actions.Outcome.LOWERED, given="GK")
    assert entry.honour == "GK"
    assert entry.note == "Đề nghị Bằng khen của Bộ, ban, ngành, tỉnh; được tặng Giấy khen"


def test_a_refusal_keeps_its_reason_and_enters_nothing(at: Place) -> None:
    file = voted(at, "BK_TINH")
    actions.forward(dossier=file, actor=at.specialist, on=ON, now=NOW)
    assert record(at, file, actions.Outcome.REFUSED, reason="Chưa đủ thời gian") is None
    candidate = file.candidates.get()
    assert (candidate.state, candidate.outcome_reason) == (CandidateState.NOT_GRANTED, "Chưa đủ thời gian")
    assert Entry.objects.count() == 0


def test_what_the_body_decides_itself_is_not_forwarded(at: Place) -> None:
    with pytest.raises(actions.CannotForward):
        actions.forward(dossier=voted(at, "LDTT"), actor=at.specialist, on=ON, now=NOW)


def amended(at: Place, decision: object, number: int) -> object:
    actions.to_leader(decision=decision, actor=at.specialist, on=ON, now=NOW)
    actions.enter_number(
        decision=decision,
        number=number,
        signed_on=ON,
        signer=decision.signer,
        late_reason="",
        actor=at.clerk,
        on=ON,
        now=NOW,
    )
    actions.attach_signed(decision=decision, content=PDF, name="a.pdf", actor=at.clerk, now=NOW)
    return actions.put_in_force(decision=decision, actor=at.clerk, on=ON, now=NOW)


def test_a_revocation_is_a_new_decision_and_a_new_entry(at: Place) -> None:
    entry = in_force(at, voted(at, "CSTDCS"), number=112).items.get().entry
    amendment = actions.Amendment(entry, ground=RevocationGround.FRAUD, reason="Kết luận thanh tra số 5")
    draft = actions.draft_revocation(
        organisation=at.ward, amendments=[amendment], actor=at.specialist, on=ON, now=NOW
    )
    assert draft.grounds[-1] == "Điểm a khoản 2 Điều 93 Luật Thi đua, khen thưởng"
    later = amended(at, draft, 113).items.get().entry
    assert (later.act, later.refers_to, later.decision_number) == (Act.REVOKE, entry, "113/QĐ-UBND")
    assert verify(Chain.objects.get(body=at.ward)) is None
    with pytest.raises(actions.CannotAmend, match="already revoked"):
        actions.draft_revocation(
            organisation=at.ward, amendments=[amendment], actor=at.specialist, on=ON, now=NOW
        )


def revoked(at: Place, entry: Entry, number: int) -> None:
    amendment = actions.Amendment(entry, ground=RevocationGround.FRAUD, reason="Kết luận thanh tra số 5")
    draft = actions.draft_revocation(
        organisation=at.ward, amendments=[amendment], actor=at.specialist, on=ON, now=NOW
    )
    amended(at, draft, number)


def test_a_revoked_award_gives_its_initiatives_back(at: Place) -> None:
    file = voted(at, "CSTDCS")
    candidate = file.candidates.get()
    idea, other = initiative(candidate.person), initiative(candidate.person)
    InitiativeAuthor.objects.filter(initiative=other).update(used_for="BK_TINH", used_in_year=2024)
    candidate.initiatives.add(idea)
    entry = in_force(at, file, number=112).items.get().entry
    revoked(at, entry, 113)
    uses = InitiativeAuthor.objects.order_by("initiative").values_list("used_for", "used_in_year")
    assert list(uses) == [("", None), ("BK_TINH", 2024)]


def test_an_initiative_stays_used_by_the_award_that_stands(at: Place) -> None:
    file = voted(at, "CSTDCS")
    candidate = file.candidates.get()
    idea = initiative(candidate.person)
    candidate.initiatives.add(idea)
    entry = in_force(at, file, number=112).items.get().entry
    above = file.candidates.get()
    above.pk, above.honour = None, "CSTDCT"
    above.save()
    above.initiatives.add(idea)
    revoked(at, entry, 113)
    assert InitiativeAuthor.objects.get().used_for == "CSTDCT"


def test_a_revocation_needs_ground_and_facts(at: Place) -> None:
    entry = in_force(at).items.get().entry
    for ground, reason in (("", "x"), ("a", " "), ("z", "x")):
        with pytest.raises(actions.CannotAmend):
            actions.draft_revocation(
                organisation=at.ward,
                amendments=[actions.Amendment(entry, ground=ground, reason=reason)],
                actor=at.specialist,
                on=ON,
                now=NOW,
            )


def test_a_correction_says_only_what_differs(at: Place) -> None:
    entry = in_force(at, number=112).items.get().entry
    changes = {"name": "Trần Thị Minh Châu ", "post": "Tổ trưởng"}
    draft = actions.draft_correction(
        organisation=at.ward,
        amendments=[actions.Amendment(entry, reason="Ghi nhầm", changes=changes)],
        actor=at.specialist,
        on=ON,
        now=NOW,
    )
    assert draft.items.get().correction == {"post": "Tổ trưởng"}
    later = amended(at, draft, 113).items.get().entry
    assert (later.act, later.post, later.name) == (Act.CORRECT, "Tổ trưởng", entry.name)


def test_only_the_body_that_decided_amends(at: Place) -> None:
    entry = in_force(at).items.get().entry
    other = WardFactory()
    with pytest.raises(actions.CannotAmend, match="Only the body that decided"):
        actions.draft_revocation(
            organisation=other,
            amendments=[actions.Amendment(entry, ground="a", reason="x")],
            actor=actor(other, "specialist"),
            on=ON,
            now=NOW,
        )
