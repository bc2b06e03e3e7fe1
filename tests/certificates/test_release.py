"""The units sign for what is printed, a second person releases it, a job draws it, somebody receives it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.certificates import LATER, decided, prepared, proofed, proofing, released
from factories.decisions import NOW, ON, PDF
from factories.dossiers import Place
from factories.organisations import WardFactory, actor
from papers.reading import pages
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.certificates import actions
from thidua.modules.certificates.actions import printing
from thidua.modules.certificates.api import not_handed_over
from thidua.modules.certificates.models import (
    Batch,
    BatchState,
    Certificate,
    CertificateState,
    PrintState,
    ProofSheet,
    ProofState,
    Receiver,
)
from thidua.modules.certificates.states import CERTIFICATE, WORKFLOW
from thidua.modules.files.api import path_of
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.papers.models import Paper
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

BASIS = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)


def proof_of(batch: Batch) -> ProofSheet:
    return ProofSheet.objects.get(batch=batch)


def test_the_unit_gets_its_list_as_a_paper_and_hears_of_it(at: Place) -> None:
    batch = proofing(at)
    paper = Paper.objects.get(subject=f"certificate_proof:{proof_of(batch).pk}")
    assert paper.organisation == at.school
    assert "Bà Trần Thị Minh Châu" in " ".join(pages(path_of(paper.pdf.sha256).read_bytes()))
    assert [notice.user_id for notice in Notice.objects.filter(effect__startswith="certificates.proof/")] == [
        at.head.user_id
    ]


def test_the_head_confirms_or_says_what_is_wrong(at: Place) -> None:
    batch = proofing(at)
    with pytest.raises(actions.CannotProof, match="Say what is wrong"):
        actions.dispute(proof=proof_of(batch), remark=" ", actor=at.head, now=NOW)
    actions.dispute(proof=proof_of(batch), remark="Tên đệm là Thu", actor=at.head, now=NOW)
    with pytest.raises(CannotMove, match="has found a mistake"):
        actions.release(batch=batch, unproofed_reason="gấp", actor=at.clerk, now=LATER)
    actions.back(batch=batch, reason="Sửa tên đệm", actor=at.specialist)
    actions.send_proofs(batch=batch, actor=at.specialist, now=LATER)
    assert proof_of(batch).state == ProofState.WAITING
    actions.confirm(proof=proof_of(batch), content=None, name="", actor=at.head, now=LATER)
    assert proof_of(batch).state == ProofState.CONFIRMED


def test_the_desk_confirms_with_the_signed_list_only(at: Place) -> None:
    proof = proof_of(proofing(at))
    with pytest.raises(actions.CannotProof, match="Upload the list"):
        actions.confirm(proof=proof, content=None, name="", actor=at.specialist, now=NOW)
    actions.confirm(proof=proof, content=PDF, name="soat.pdf", actor=at.specialist, now=NOW)
    assert proof_of(proof.batch).signed_file.name == "soat.pdf"
    with pytest.raises(Refused):
        actions.confirm(proof=proof, content=None, name="", actor=at.officer, now=NOW)


def test_released_by_a_second_person(at: Place) -> None:
    batch = proofed(at)
    with pytest.raises(Refused, match="has not prepared them"):
        actions.release(batch=batch, unproofed_reason="", actor=at.specialist, now=LATER)
    done = actions.release(batch=batch, unproofed_reason="", actor=at.clerk, now=LATER)
    assert (done.state, done.released_by_id) == (BatchState.RELEASED, at.clerk.user_id)
    assert {row.state for row in batch.certificates.all()} == {CertificateState.RELEASED}


def test_the_database_too_asks_for_a_second_person(at: Place) -> None:
    batch = proofed(at)
    with pytest.raises(IntegrityError, match="batch_released_by_another"), transaction.atomic():
        Batch.objects.filter(pk=batch.pk).update(
            state=BatchState.RELEASED, released_by=at.specialist.user_id, released_at=NOW
        )


def test_nor_by_whoever_has_worded_one(at: Place) -> None:
    batch = proofed(at)
    batch.certificates.update(worded_by=at.clerk.user_id)
    with pytest.raises(Refused, match="has not prepared them"):
        actions.release(batch=batch, unproofed_reason="", actor=at.clerk, now=LATER)


def test_before_the_units_have_answered_only_with_a_reason(at: Place) -> None:
    batch = proofing(at)
    with pytest.raises(actions.CannotProof, match="Not every unit"):
        actions.release(batch=batch, unproofed_reason="", actor=at.clerk, now=LATER)
    done = actions.release(batch=batch, unproofed_reason="Khen đột xuất", actor=at.clerk, now=LATER)
    assert done.unproofed_reason == "Khen đột xuất"


def test_what_was_revoked_in_between_is_not_released(at: Place) -> None:
    batch = proofed(at)
    register.revoke(entry=batch.certificates.get().entry, basis=BASIS, note="x", actor=at.clerk, now=NOW)
    with pytest.raises(actions.CannotProof, match="has come up meanwhile"):
        actions.release(batch=batch, unproofed_reason="", actor=at.clerk, now=LATER)


@pytest.mark.parametrize("state", list(BatchState))
@pytest.mark.parametrize("step", [step.name for step in WORKFLOW])
def test_each_step_leads_from_its_own_states_only(at: Place, state: BatchState, step: str) -> None:
    batch = {"preparing": prepared, "proofing": proofed, "released": released}[state](at)
    row = WORKFLOW.by_name[step]
    assert bool(WORKFLOW.may(batch, step, at.clerk)) == (state in row.source)
    if state not in row.source:
        with pytest.raises(CannotMove):
            WORKFLOW.move(batch, step)


@pytest.mark.parametrize("state", list(CertificateState))
@pytest.mark.parametrize("step", [step.name for step in CERTIFICATE])
def test_the_same_of_a_certificate(at: Place, state: CertificateState, step: str) -> None:
    row = released(at).certificates.get()
    row.handed_over_on, row.receiver, row.handed_to = ON, Receiver.SELF, "Bà Châu"
    row.state = state
    row.save()
    if state in CERTIFICATE.by_name[step].source:
        CERTIFICATE.move(row, step)
        assert Certificate.objects.get(pk=row.pk).state == CERTIFICATE.by_name[step].target
    else:
        with pytest.raises(CannotMove):
            CERTIFICATE.move(row, step)


def printed(at: Place, batch: Batch) -> list[object]:
    for file in actions.ask_for_print(batch=batch, actor=at.clerk, now=LATER):
        actions.perform(file, lambda: LATER)
    return list(batch.print_files.all())


def test_the_job_draws_in_the_order_of_the_decision_with_code_and_qr(at: Place) -> None:
    batch = released(at, "CSTDCS", "LDTT")
    (file,) = printed(at, batch)
    assert (file.state, file.n_pages) == (PrintState.DONE, 1)
    (letter,) = file.paper.letter["many"]
    row = batch.certificates.get()
    assert letter["check_url"].endswith(f"/xac-minh/{row.code}/")
    (said,) = pages(path_of(file.paper.pdf.sha256).read_bytes())
    assert "-".join(row.code[n : n + 4] for n in range(0, 16, 4)) in said
    assert "112/QĐ-UBND" in said


def test_parts_hold_so_many_pages(at: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PAGES", 1)
    batch = released(at, "CSTDCS", "GK")
    files = printed(at, batch)
    assert [(file.part, file.n_pages, file.state) for file in files] == [(1, 1, "done"), (2, 1, "done")]


def test_drawn_twice_is_drawn_once(at: Place) -> None:
    batch = released(at)
    (file,) = actions.ask_for_print(batch=batch, actor=at.clerk, now=LATER)
    assert actions.ask_for_print(batch=batch, actor=at.clerk, now=LATER) == [file]
    actions.perform(file, lambda: LATER)
    actions.perform(file, lambda: LATER)
    assert batch.print_files.get().state == PrintState.DONE


def test_a_text_that_does_not_fit_stops_the_file_and_says_whose(at: Place) -> None:
    batch = released(at)
    batch.certificates.update(merit="ĐÃ CÓ THÀNH TÍCH " + "HOÀN THÀNH XUẤT SẮC " * 24)
    (file,) = printed(at, batch)
    assert file.state == PrintState.FAILED
    assert file.problem.startswith("1. Bà Trần Thị Minh Châu: ")


def test_nothing_is_printed_before_it_is_released(at: Place) -> None:
    with pytest.raises(Refused, match="second person"):
        actions.ask_for_print(batch=proofed(at), actor=at.clerk, now=LATER)


def handed(at: Place, row: Certificate, who: Actor | None = None, **said: object) -> Certificate:
    words = {"to": "", "on": ON} | said
    return actions.hand_over(certificate=row, actor=who or at.specialist, **words)


def test_handed_over_is_no_longer_waiting(at: Place) -> None:
    decided(at, "LDTT")
    row = released(at).certificates.get()
    assert list(not_handed_over(at.specialist)) == [row]
    done = handed(at, row, note="Lễ tổng kết")
    assert (done.state, done.handed_to, done.receiver) == ("handed_over", "Trần Thị Minh Châu", "self")
    assert list(not_handed_over(at.specialist)) == []
    again = actions.take_back(certificate=done, reason="Nhập nhầm", actor=at.specialist)
    assert (again.handed_over_on, again.state) == (None, CertificateState.RELEASED)


def test_a_representative_has_a_name(at: Place) -> None:
    row = released(at).certificates.get()
    with pytest.raises(actions.CannotHandOver, match="Say who received"):
        handed(at, row, receiver=Receiver.FAMILY)
    assert handed(at, row, receiver=Receiver.FAMILY, to="Lê Văn Bình").handed_to == "Lê Văn Bình"


@pytest.mark.parametrize(("days", "words"), [(-1, "day of its decision or later"), (1, "still to come")])
def test_the_day_lies_between_the_decision_and_today(at: Place, days: int, words: str) -> None:
    with pytest.raises(actions.CannotHandOver, match=words):
        handed(at, released(at).certificates.get(), on=ON + timedelta(days=days))


def test_a_revoked_award_is_not_handed_over_and_not_waited_for(at: Place) -> None:
    row = released(at).certificates.get()
    register.revoke(entry=row.entry, basis=BASIS, note="khai gian", actor=at.clerk, now=NOW)
    assert list(not_handed_over(at.specialist)) == []
    with pytest.raises(actions.CannotHandOver, match="revoked"):
        handed(at, row)


def test_the_unit_hands_over_to_its_own_and_no_other_ward_does(at: Place) -> None:
    row = released(at).certificates.get()
    for who in (actor(WardFactory(), Role.SPECIALIST), actor(at.ward, Role.ACCOUNTANT)):
        with pytest.raises(Refused):
            handed(at, row, who)
    assert handed(at, row, at.officer).state == CertificateState.HANDED_OVER
