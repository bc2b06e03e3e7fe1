"""One certificate for an award whose honour has one, worded by rule; what does not agree is said before printing."""

import pytest

from factories.certificates import decided, prepared, proofing
from factories.decisions import NOW, ON, appraised, in_force, numbered, voted
from factories.dossiers import Place, collective, dossier, minuted, propose
from factories.organisations import WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.modules.certificates import actions
from thidua.modules.certificates.models import Certificate
from thidua.modules.certificates.preflight import Remedy, differences
from thidua.modules.certificates.queries import decisions_waiting, in_order
from thidua.modules.certificates.wording import Wording
from thidua.modules.decisions.models import Decision
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Person
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

LATER = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)


def found(at: Place, batch: object) -> list[tuple[str, str, str]]:
    rows = list(in_order(batch, at.specialist))
    return [(one.field, one.printed, one.other) for one in differences(rows)]


def words_of(row: Certificate, **changed: str) -> Wording:
    return Wording(**({name: getattr(row, name) for name in Wording.__dataclass_fields__} | changed))


def say(at: Place, row: Certificate, *, kept: str = "", version: int = 0, **changed: str) -> Certificate:
    words = words_of(row, **changed)
    return actions.word(certificate=row, words=words, kept_reason=kept, version=version, actor=at.specialist)


def test_lao_dong_tien_tien_has_money_and_no_certificate(at: Place) -> None:
    batch = prepared(at, "LDTT", "CSTDCS")
    assert [row.award for row in batch.certificates.all()] == ["Chiến sĩ thi đua cơ sở"]
    with pytest.raises(actions.CannotPrepare, match="No certificate goes with"):
        prepared(at, "LDTT")


def test_a_decision_with_money_only_waits_for_no_certificate(at: Place) -> None:
    decided(at, "LDTT")
    assert list(decisions_waiting(at.specialist)) == []
    waiting = decided(at, "CSTDCS")
    assert list(decisions_waiting(at.specialist)) == [waiting]
    actions.prepare(decision=waiting, actor=at.specialist, now=NOW)
    assert list(decisions_waiting(at.specialist)) == []


def test_the_words_are_those_of_the_register(at: Place) -> None:
    file = appraised(at, "GK")
    file.candidates.update(honorific="Bà", achievement="xuất sắc trong phong trào thi đua")
    batch = actions.prepare(decision=in_force(at, file), actor=at.specialist, now=NOW)
    row = batch.certificates.get()
    assert (row.verb, row.award, str(row), row.merit) == (
        "TẶNG", "Giấy khen", "Bà Trần Thị Minh Châu", "Đã có thành tích xuất sắc trong phong trào thi đua",
    )  # fmt: skip
    assert row.organisation == at.school
    assert len(row.code) == 16


def test_the_dead_are_truy_tang(at: Place) -> None:
    file = voted(at, "CSTDCS")
    file.candidates.update(is_posthumous=True)
    batch = actions.prepare(decision=in_force(at, file), actor=at.specialist, now=NOW)
    assert batch.certificates.get().verb == "TRUY TẶNG DANH HIỆU"


def test_it_is_prepared_once_and_only_in_force(at: Place) -> None:
    decision = decided(at)
    actions.prepare(decision=decision, actor=at.specialist, now=NOW)
    with pytest.raises(actions.CannotPrepare, match="prepared already"):
        actions.prepare(decision=decision, actor=at.specialist, now=NOW)
    with pytest.raises(Refused, match="in force first"):
        actions.prepare(decision=numbered(at, number=90), actor=at.specialist, now=NOW)


@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.LEADER, Role.INSPECTOR])
def test_the_desk_prepares_nobody_else(at: Place, role: Role) -> None:
    with pytest.raises(Refused):
        actions.prepare(decision=decided(at), actor=actor(at.ward, role), now=NOW)
    with pytest.raises(Refused):
        actions.prepare(decision=Decision.objects.get(), actor=actor(WardFactory(), Role.SPECIALIST), now=NOW)


def test_all_agree(at: Place) -> None:
    assert found(at, prepared(at, "CSTDCS")) == []


def test_what_is_typed_otherwise_is_a_difference_until_it_is_kept_with_a_reason(at: Place) -> None:
    batch = prepared(at, "CSTDCS")
    row = say(at, batch.certificates.get(), description="Tổ trưởng")
    said = batch.certificates.get().item.entry
    assert found(at, batch) == [("description", "Tổ trưởng", f"Giáo viên, {said.unit_name}")]
    with pytest.raises(actions.CannotProof, match="Settle the differences"):
        actions.send_proofs(batch=batch, actor=at.specialist, now=NOW)
    say(at, row, version=1, kept="Theo đề nghị của đơn vị", description="Tổ trưởng")
    assert not differences(list(in_order(batch, at.specialist)))[0].blocks


def test_a_record_spelt_otherwise_is_shown(at: Place) -> None:
    batch = prepared(at, "CSTDCS")
    Person.objects.update(name="Trần Thị Minh Chấu")
    (only,) = differences(list(in_order(batch, at.specialist)))
    assert (only.other, only.remedy) == ("Trần Thị Minh Chấu", Remedy.RECORD)


def test_a_correction_in_the_register_is_shown_and_taken_over(at: Place) -> None:
    batch = prepared(at, "CSTDCS")
    row = batch.certificates.get()
    register.correct(
        entry=row.entry, basis=LATER, changes={"name": "Trần Thị Minh Chấu"}, actor=at.clerk, now=NOW
    )
    Person.objects.update(name="Trần Thị Minh Chấu")
    assert {other for _field, _printed, other in found(at, batch)} == {"Trần Thị Minh Chấu"}
    actions.word_as_registered(certificate=row, actor=at.specialist)
    assert found(at, batch) == []


def test_a_revoked_award_is_taken_out_and_nothing_else_is(at: Place) -> None:
    batch = prepared(at, "CSTDCS", "LDTT")
    row = batch.certificates.get()
    with pytest.raises(actions.CannotPrepare, match="revoked award"):
        actions.take_out(certificate=row, actor=at.specialist)
    register.revoke(entry=row.entry, basis=LATER, note="khai gian", actor=at.clerk, now=NOW)
    (only,) = differences(list(in_order(batch, at.specialist)))
    assert only.remedy == Remedy.TAKE_OUT
    actions.take_out(certificate=row, actor=at.specialist)
    assert not batch.certificates.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "Trần Thị Minh Châu 2"}, "name"),
        ({"name": "Trần Thị Minh Châu*"}, "name"),
        ({"honorific": ""}, "honorific"),
        ({"merit": "ĐÃ CÓ THÀNH TÍCH " + "HOÀN THÀNH XUẤT SẮC " * 24}, "merit"),
        ({"award": "Chiến sĩ thi đua cơ sở " * 6}, "award"),
    ],
)
def test_signs_of_a_slip_are_found(at: Place, changed: dict[str, str], field: str) -> None:
    batch = prepared(at, "CSTDCS")
    say(at, batch.certificates.get(), **changed)
    assert field in {name for name, _printed, _other in found(at, batch)}


def test_two_who_word_at_once_see_both_texts(at: Place) -> None:
    row = prepared(at, "CSTDCS").certificates.get()
    say(at, row, honorific="Cô")
    with pytest.raises(Conflict) as both:
        say(at, row, honorific="Đồng chí")
    assert (both.value.theirs["honorific"], both.value.mine["honorific"]) == ("Cô", "Đồng chí")


def test_nothing_is_worded_while_the_units_proof(at: Place) -> None:
    row = proofing(at).certificates.get()
    with pytest.raises(Refused, match="send it back first"):
        say(at, row, honorific="Cô")


def proofing_of(at: Place) -> object:
    return actions.send_proofs(batch=prepared(at, "CSTDCS"), actor=at.specialist, now=NOW)


def test_a_collective_has_no_honorific(at: Place) -> None:
    file = dossier(at)
    propose(at, file, collective(at.school), "TTLDXS")
    minuted(at, file)
    assert file.candidates.get().honorific == ""


def test_differences_ask_the_database_once(at: Place, django_assert_num_queries: object) -> None:
    rows = list(in_order(prepared(at), at.specialist))
    with django_assert_num_queries(1):
        differences(rows)
