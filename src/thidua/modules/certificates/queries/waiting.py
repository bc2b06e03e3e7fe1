"""What waits for whom: decisions without certificates, lists to be proofed, batches to be released."""

from django.db.models import Exists, OuterRef, QuerySet

from thidua.modules.certificates.models import Batch, BatchState, Certificate, ProofSheet, ProofState, Why
from thidua.modules.certificates.states import DESK, RELEASERS
from thidua.modules.decisions.api import WITHOUT_CERTIFICATE, has_certificate, items_of
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionKind, DecisionState
from thidua.modules.organisations.api import Actor, Role, scope_ids
from thidua.modules.register.models import Act, Entry


def to_certify(decision: Decision) -> list[DecisionItem]:
    """Recipients in force whose honour has a certificate, in the order of the decision."""
    items = [item for item in items_of(decision) if item.candidate and has_certificate(item.candidate.honour)]
    revoked = Entry.objects.filter(act=Act.REVOKE, refers_to__in=[item.entry_id for item in items])
    gone = set(revoked.values_list("refers_to", flat=True))
    return [item for item in items if item.entry_id and item.entry_id not in gone]


def decisions_waiting(actor: Actor) -> QuerySet[Decision]:
    """In force, with honours that have a certificate, and none is prepared yet; newest first."""
    if not actor.has(*DESK):
        return Decision.objects.none()
    items = DecisionItem.objects.filter(decision=OuterRef("pk"), entry__isnull=False)
    prepared = Batch.objects.filter(decision=OuterRef("pk"), why=Why.FIRST)
    rows = Decision.objects.filter(
        ~Exists(prepared),
        Exists(items.exclude(candidate__honour__in=WITHOUT_CERTIFICATE)),
        organisation__in=scope_ids(actor),
        kind=DecisionKind.GRANT,
        state=DecisionState.IN_FORCE,
    )
    return rows.order_by("-signed_on", "-pk")


def proofs_to_answer(actor: Actor) -> QuerySet[ProofSheet]:
    if not actor.has(Role.UNIT_HEAD) or actor.is_system:
        return ProofSheet.objects.none()
    return ProofSheet.objects.filter(
        organisation=actor.organisation_id, state=ProofState.WAITING, batch__state=BatchState.PROOFING
    )


def batches_to_release(actor: Actor) -> QuerySet[Batch]:
    """Proofed by every unit; neither prepared nor worded by the actor."""
    if not actor.has(*RELEASERS) or actor.is_system:
        return Batch.objects.none()
    open_proofs = ProofSheet.objects.filter(batch=OuterRef("pk")).exclude(state=ProofState.CONFIRMED)
    worded = Certificate.objects.filter(batch=OuterRef("pk"), worded_by=actor.user_id)
    rows = Batch.objects.filter(
        ~Exists(open_proofs), ~Exists(worded), state=BatchState.PROOFING, organisation=actor.organisation_id
    )
    return rows.exclude(prepared_by=actor.user_id)
