"""The units read what will be printed and sign for it; then somebody else releases the batch."""

from datetime import datetime

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.certificates import letters, policy
from thidua.modules.certificates.models import Batch, Certificate, CertificateState, ProofSheet, ProofState
from thidua.modules.certificates.preflight import differences
from thidua.modules.certificates.queries import in_order
from thidua.modules.certificates.states import WORKFLOW
from thidua.modules.decisions.api import number_of
from thidua.modules.files.api import store
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind

NEWS = gettext_lazy("Please proof the certificates of decision {number} and sign the list.")


class CannotProof(Cannot):
    """The list cannot be sent or answered like this."""


def held(batch: Batch) -> Batch:
    return (
        Batch.objects.select_for_update(of=("self",))
        .select_related("decision", "organisation")
        .get(pk=batch.pk)
    )


def subject(proof: ProofSheet) -> str:
    return f"certificate_proof:{proof.pk}"


@action
def send_proofs(*, batch: Batch, actor: Actor, now: datetime) -> Batch:
    """Each unit gets the list of its recipients; nothing goes out while a difference is open."""
    row = held(batch)
    require(policy.may_move(actor, row, "proof"))
    certificates = list(in_order(row, actor))
    if any(found.blocks for found in differences(certificates)):
        raise CannotProof(_("Settle the differences first: each row says what to do."))
    WORKFLOW.move(row, "proof")
    for unit_id in {one.organisation_id for one in certificates}:
        own = [one for one in certificates if one.organisation_id == unit_id]
        proof, is_new = ProofSheet.objects.get_or_create(batch=row, organisation_id=unit_id)
        if not is_new:
            _open_again(proof)
        _draw(proof, own, actor, now)
        _tell(row, own[0].organisation, actor, now)
    events.publish("certificates.proof", row.pk, actor=actor.user_id)
    return row


def _open_again(proof: ProofSheet) -> None:
    """What a unit has signed before no longer holds: the wording may have changed."""
    proof.state, proof.remark, proof.signed_file = ProofState.WAITING, "", None
    proof.answered_by, proof.answered_at = None, None
    proof.save()


def _draw(proof: ProofSheet, certificates: list[Certificate], actor: Actor, now: datetime) -> Paper:
    return papers.draw(
        kind=PaperKind.PROOF_LIST,
        letter=letters.proof_letter(proof, certificates),
        subject=subject(proof),
        title=f"Danh sách soát giấy khen theo Quyết định số {number_of(proof.batch.decision)}",
        organisation=proof.organisation,
        actor=actor,
        now=now,
    )


def _tell(batch: Batch, unit: Organisation, actor: Actor, now: datetime) -> None:
    news = News(
        text=format_lazy(NEWS, number=number_of(batch.decision)),
        url=reverse("certificates_batch", args=[batch.pk]),
        effect=f"certificates.proof/{batch.pk}/{unit.pk}/{now.isoformat()}",
    )
    tell_roles(actor=actor, now=now, news=news, organisation=unit, roles=(Role.UNIT_HEAD,), on=actor.on)


@action
def confirm(
    *, proof: ProofSheet, content: bytes | None, name: str, actor: Actor, now: datetime
) -> ProofSheet:
    """Everything is written rightly. The desk, who is not the head, uploads the list that the head has signed."""
    row = _answerable(proof, actor)
    if content is None and not policy.is_head(actor, row):
        raise CannotProof(_("Upload the list as the head of the unit has signed it."), field="file")
    if content is not None:
        row.signed_file = store(
            content=content,
            name=name,
            organisation=row.organisation,
            subject=f"paper:{subject(row)}",
            actor=actor,
            now=now,
        )
    return _answer(row, ProofState.CONFIRMED, "", actor, now)


@action
def dispute(*, proof: ProofSheet, remark: str, actor: Actor, now: datetime) -> ProofSheet:
    """The unit says what is wrong; the desk sends the batch back and puts it right."""
    row = _answerable(proof, actor)
    said = clean(remark)[:500]
    if not said:
        raise CannotProof(_("Say what is wrong, and how it is written rightly."), field="remark")
    return _answer(row, ProofState.DISPUTED, said, actor, now)


def _answerable(proof: ProofSheet, actor: Actor) -> ProofSheet:
    rows = ProofSheet.objects.select_related("batch", "organisation")
    row = rows.select_for_update(of=("self",)).get(pk=proof.pk)
    require(policy.may_answer(actor, row))
    return row


def _answer(row: ProofSheet, state: ProofState, remark: str, actor: Actor, now: datetime) -> ProofSheet:
    row.state, row.remark, row.answered_by_id, row.answered_at = state, remark, actor.user_id, now
    row.save()
    return row


@action
def back(*, batch: Batch, reason: str, actor: Actor) -> Batch:
    row = held(batch)
    require(policy.may_move(actor, row, "back"))
    if not clean(reason):
        raise CannotMove(_("Give the reason."), field="reason")
    WORKFLOW.move(row, "back")
    row.last_remark = clean(reason)[:300]
    row.save(update_fields=["last_remark"])
    return row


@action
def release(*, batch: Batch, unproofed_reason: str, actor: Actor, now: datetime) -> Batch:
    """A second person answers for the batch; where a unit has not answered yet, with the reason.

    Praise of a sudden feat takes hours: it need not wait for a list that is on its way.
    """
    row = held(batch)
    require(policy.may_release(actor, row))
    said = clean(unproofed_reason)[:300]
    if row.proofs.exclude(state=ProofState.CONFIRMED).exists() and not said:
        raise CannotProof(
            _("Not every unit has confirmed its list: wait for it, or say why it cannot wait."),
            field="unproofed_reason",
        )
    certificates = list(in_order(row, actor))
    if any(found.blocks for found in differences(certificates)):
        raise CannotProof(_("A difference has come up meanwhile: send the batch back and settle it."))
    row.released_by_id, row.released_at, row.unproofed_reason = actor.user_id, now, said
    row.save(update_fields=["released_by", "released_at", "unproofed_reason"])
    WORKFLOW.move(row, "release")
    Certificate.objects.filter(batch=row, state=CertificateState.PREPARED).update(
        state=CertificateState.RELEASED
    )
    events.publish("certificates.released", row.pk, actor=actor.user_id)
    return row
