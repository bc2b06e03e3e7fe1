"""Exchanged after a correction, exchanged when damaged, issued again when lost: one valid certificate at any time."""

import pytest

from factories.certificates import LATER, prepared, released
from factories.decisions import NOW, ON
from factories.dossiers import Place
from thidua.foundation.permissions import Refused
from thidua.modules.certificates import actions
from thidua.modules.certificates.models import Batch, BatchState, Certificate, CertificateState, Why
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

BASIS = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)


def anew(at: Place, row: Certificate, why: str = Why.LOST, reason: str = "Mất do ngập nước") -> Batch:
    return actions.replace(certificate=row, why=why, reason=reason, actor=at.specialist, now=LATER)


def test_a_lost_one_is_issued_again_with_another_code(at: Place) -> None:
    row = released(at).certificates.get()
    batch = anew(at, row)
    later = batch.certificates.get()
    row.refresh_from_db()
    assert (batch.state, batch.why, row.state) == (BatchState.PREPARING, Why.LOST, CertificateState.REPLACED)
    assert (later.replaces, later.entry, str(later)) == (row, row.entry, str(row))
    assert later.code != row.code


def test_after_a_correction_it_has_the_words_of_the_register(at: Place) -> None:
    row = released(at).certificates.get()
    with pytest.raises(actions.CannotReplace, match="no correction yet"):
        anew(at, row, Why.CORRECTED)
    register.correct(
        entry=row.entry, basis=BASIS, changes={"name": "Trần Thị Minh Chấu"}, actor=at.clerk, now=NOW
    )
    assert anew(at, row, Why.CORRECTED).certificates.get().name == "Trần Thị Minh Chấu"


def test_the_new_one_is_replaced_in_its_turn_and_the_old_one_no_more(at: Place) -> None:
    row = released(at).certificates.get()
    anew(at, row)
    with pytest.raises(Refused, match="that was released"):
        anew(at, row)
    with pytest.raises(Refused, match="that was released"):
        anew(at, Certificate.objects.get(replaces=row))


@pytest.mark.parametrize(("why", "reason"), [(Why.FIRST, "x"), (Why.LOST, "  "), ("stolen", "x")])
def test_it_is_said_why(at: Place, why: str, reason: str) -> None:
    with pytest.raises(actions.CannotReplace, match="issued anew"):
        anew(at, released(at).certificates.get(), why, reason)


def test_never_for_a_revoked_award_nor_by_a_unit(at: Place) -> None:
    row = released(at).certificates.get()
    with pytest.raises(Refused):
        actions.replace(certificate=row, why=Why.LOST, reason="x", actor=at.officer, now=LATER)
    register.revoke(entry=row.entry, basis=BASIS, note="x", actor=at.clerk, now=NOW)
    with pytest.raises(actions.CannotReplace, match="revoked"):
        anew(at, row)
    with pytest.raises(Refused):
        anew(at, prepared(at).certificates.get())
