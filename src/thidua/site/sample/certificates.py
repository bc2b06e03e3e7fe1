"""Certificates of the decisions in force: some handed over, one whose award was revoked, some waiting to be released."""

from datetime import date
from decimal import Decimal

from thidua.modules.certificates import actions
from thidua.modules.certificates.models import Batch, BlankUse, Certificate, Printer, ProofSheet
from thidua.modules.decisions import actions as decisions
from thidua.modules.decisions.models import Decision, RevocationGround
from thidua.modules.organisations.api import Role
from thidua.modules.papers.models import SigningAuthority
from thidua.site.sample.stage import Stage
from thidua.site.sample.stories import enforced

SCHOOL, FEAT, REVOKED = 1863, 1901, 1958


def load_certificates(stage: Stage) -> None:
    _blanks(stage)
    school = _proofed(stage, SCHOOL, stage.ago(24))
    clerk = stage.actor("vanthu", stage.ago(23))
    school = actions.release(batch=school, unproofed_reason="", actor=clerk, now=stage.at(stage.ago(23)))
    _print(stage, school)
    _number(stage, school)
    first, *others = school.certificates.order_by("place")
    actions.hand_over(
        certificate=first, to="", on=stage.ago(20), actor=stage.actor("chuyenvien", stage.ago(20)),
        note="Lễ tổng kết năm học của nhà trường (minh họa)",
    )  # fmt: skip
    _revoke(stage, others[-1] if others else first)
    _proofed(stage, FEAT, stage.ago(22))


def _proofed(stage: Stage, number: int, on: date) -> Batch:
    """Prepared by the specialist; the head of each unit has confirmed its list."""
    decision = Decision.objects.get(organisation=stage.units["P"], number=number)
    desk = stage.actor("chuyenvien", on)
    batch = actions.prepare(decision=decision, actor=desk, now=stage.at(on))
    batch = actions.send_proofs(batch=batch, actor=desk, now=stage.at(on, 10))
    codes = {unit.pk: code for code, unit in stage.units.items()}
    for proof in ProofSheet.objects.filter(batch=batch):
        head = stage.of_unit(codes[proof.organisation_id], Role.UNIT_HEAD, on)
        actions.confirm(proof=proof, content=None, name="", actor=head, now=stage.at(on, 15))
    return batch


def _blanks(stage: Stage) -> None:
    desk, ward = stage.actor("chuyenvien", stage.ago(30)), stage.units["P"]
    actions.begin_layout(
        organisation=ward, honour="CSTDCS", name="Phôi bằng chứng nhận CSTĐCS (minh họa)", actor=desk
    )
    printer = Printer(organisation=ward, name="Máy in phòng Văn thư", right=Decimal("1.5"), down=Decimal(-1))
    actions.keep_printer(printer=printer, actor=desk)


def _number(stage: Stage, batch: Batch) -> None:
    """Fifty blanks; one was spoilt in the printer, one was never in the packet."""
    on = stage.ago(22)
    desk, today = stage.actor("chuyenvien", on), {"on": on}
    draft = actions.StockDraft(
        name="Phôi bằng chứng nhận CSTĐCS (minh họa)", honour="CSTDCS", prefix="CN-26-", first=151, last=200,
        received_on=stage.ago(30), source="Nhà in theo hợp đồng số 07/HĐ (minh họa)",
    )  # fmt: skip
    stock = actions.receive_blanks(
        organisation=batch.organisation, draft=draft, actor=desk, now=stage.at(on), **today
    )
    actions.number_blanks(batch=batch, stock=stock, first=stock.first, actor=desk, **today)
    use = BlankUse.objects.filter(stock=stock).order_by("number")[0]
    actions.spoil(use=use, note="Kẹt giấy, lem mực", actor=desk, **today)
    actions.miss(stock=stock, number=200, fate="missing", note="Gói thiếu một tờ", actor=desk, **today)


def _print(stage: Stage, batch: Batch) -> None:
    now = stage.at(stage.ago(22))
    for file in actions.ask_for_print(batch=batch, actor=stage.actor("vanthu", stage.ago(22)), now=now):
        actions.perform(file, lambda: now)


def _revoke(stage: Stage, certificate: Certificate) -> None:
    """Found later: the initiative that the title rested on was copied (fictitious)."""
    on = stage.ago(6)
    desk, ward = stage.actor("chuyenvien", on), stage.units["P"]
    why = decisions.Amendment(
        certificate.entry,
        ground=RevocationGround.FALSE_FILE,
        reason="Sáng kiến trong hồ sơ không phải do cá nhân thực hiện (minh họa).",
    )
    found = decisions.draft_revocation(
        organisation=ward, amendments=[why], actor=desk, on=on, now=stage.at(on)
    )
    decisions.to_leader(decision=found, actor=desk, on=on, now=stage.at(on, 10))
    signer = SigningAuthority.objects.get(organisation=ward, user=stage.users["chutich"])
    enforced(stage, found, signer, REVOKED, on)
