from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.certificates.models import (
    Batch,
    BatchState,
    BlankStock,
    Certificate,
    CertificateState,
    ProofSheet,
    ProofState,
)
from thidua.modules.certificates.states import DESK, HANDS_OVER, RELEASERS, WORKFLOW
from thidua.modules.decisions.models import Decision, DecisionKind, DecisionState
from thidua.modules.organisations.api import Actor, Role


def _has(actor: Actor, roles: Iterable[str], organisation_id: int | None, sentence: str) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(sentence % {"who": actor.role_names(roles)})


def may_work(actor: Actor, organisation_id: int | None) -> Answer:
    return _has(actor, DESK, organisation_id, _("Certificates are prepared by: %(who)s."))


def may_prepare(actor: Actor, decision: Decision) -> Answer:
    if decision.state != DecisionState.IN_FORCE or decision.kind != DecisionKind.GRANT:
        return refused(_("Certificates bear the number in the register: put the decision in force first."))
    return may_work(actor, decision.organisation_id)


def may_word(actor: Actor, certificate: Certificate) -> Answer:
    """The wording is open until the batch goes to the units; after that it first goes back."""
    if certificate.batch.state != BatchState.PREPARING:
        return refused(_("The wording is changed while the batch is being prepared: send it back first."))
    return may_work(actor, certificate.batch.organisation_id)


def may_move(actor: Actor, batch: Batch, step: str) -> Answer:
    return WORKFLOW.may(batch, step, actor)


def may_release(actor: Actor, batch: Batch) -> Answer:
    """By a second person: neither who prepared the batch nor who worded one of its certificates."""
    if not (answer := may_move(actor, batch, "release")):
        return answer
    has_worded = batch.certificates.filter(worded_by=actor.user_id).exists()
    if actor.user_id is None or actor.user_id == batch.prepared_by_id or has_worded:
        return refused(_("Certificates are released by somebody who has not prepared them."))
    return ALLOWED


def may_answer(actor: Actor, proof: ProofSheet) -> Answer:
    """The head of the unit; or the body's desk, which then uploads the list that the head has signed."""
    if proof.batch.state != BatchState.PROOFING:
        return refused(_("The list is answered while the batch is being proofed."))
    if actor.has(Role.UNIT_HEAD) and actor.organisation_id == proof.organisation_id:
        return ALLOWED
    return may_work(actor, proof.batch.organisation_id)


def is_head(actor: Actor, proof: ProofSheet) -> bool:
    return actor.has(Role.UNIT_HEAD) and actor.organisation_id == proof.organisation_id


def is_open(proof: ProofSheet) -> bool:
    return proof.state != ProofState.CONFIRMED and proof.batch.state == BatchState.PROOFING


def may_print(actor: Actor, batch: Batch) -> Answer:
    if batch.state != BatchState.RELEASED:
        return refused(_("Certificates are printed once a second person has released them."))
    return _has(actor, RELEASERS, batch.organisation_id, _("Certificates are printed by: %(who)s."))


def may_hand_over(actor: Actor, certificate: Certificate) -> Answer:
    if certificate.state not in {CertificateState.RELEASED, CertificateState.HANDED_OVER}:
        return refused(_("Only a released certificate is handed over."))
    place = certificate.batch.organisation_id if _is_of_body(actor) else certificate.organisation_id
    return _has(actor, HANDS_OVER, place, _("A hand-over is entered by: %(who)s."))


def _is_of_body(actor: Actor) -> bool:
    return actor.has(Role.SPECIALIST, Role.CLERK)


def may_enter_hand_over(actor: Actor) -> Answer:
    """Whether the role enters hand-overs at all; each certificate is asked for by `may_hand_over`."""
    if actor.has(*HANDS_OVER):
        return ALLOWED
    return refused(_("A hand-over is entered by: %(who)s.") % {"who": actor.role_names(HANDS_OVER)})


def may_lay_out(actor: Actor, organisation_id: int | None) -> Answer:
    return _has(actor, DESK, organisation_id, _("Layouts of blanks are kept by: %(who)s."))


def may_number(actor: Actor, batch: Batch, stock: BlankStock) -> Answer:
    """Blanks of the body's own to certificates that are on their way to the printer."""
    if stock.organisation_id != batch.organisation_id:
        return refused(_("These blanks belong to another body."))
    return first_refusal(lambda: may_print(actor, batch), lambda: may_work(actor, batch.organisation_id))


def may_replace(actor: Actor, certificate: Certificate) -> Answer:
    """What was released is exchanged or issued again; what was not is only worded anew."""
    if certificate.state not in {CertificateState.RELEASED, CertificateState.HANDED_OVER}:
        return refused(_("Only a certificate that was released is exchanged or issued again."))
    return may_work(actor, certificate.batch.organisation_id)
