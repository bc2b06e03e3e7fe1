"""The life of a batch and of a certificate. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.certificates.models import Batch, BatchState, Certificate, CertificateState, ProofState
from thidua.modules.organisations.api import Role

DESK = frozenset({Role.SPECIALIST, Role.COUNCIL_SECRETARY, Role.CLERK})
RELEASERS = DESK | {Role.LEADER, Role.DEPUTY}
UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
# What has left the screen for paper.
ON_PAPER = (CertificateState.RELEASED, CertificateState.HANDED_OVER)
# Unlike the desk's work, handing over is also done where the recipient works.
HANDS_OVER = frozenset({Role.SPECIALIST, Role.CLERK}) | UNIT


def certificates(batch: Batch) -> str | None:
    return None if batch.certificates.exists() else _("There is no certificate in this batch.")


def no_dispute(batch: Batch) -> str | None:
    found = batch.proofs.filter(state=ProofState.DISPUTED).select_related("organisation").first()
    if found is None:
        return None
    return _("%(unit)s has found a mistake: settle it first.") % {"unit": found.organisation.name}


B, C = BatchState, CertificateState
WORKFLOW = Workflow(
    labels=BatchState,
    steps=(
        Step("proof", (B.PREPARING,), B.PROOFING, gettext_lazy("Send to the units to be proofed"), DESK,
             needs=(certificates,)),
        Step("back", (B.PROOFING,), B.PREPARING, gettext_lazy("Back to be prepared"), RELEASERS, needs_reason=True),
        Step("release", (B.PROOFING,), B.RELEASED, gettext_lazy("Release for printing"), RELEASERS,
             needs=(no_dispute,)),
    ),
)  # fmt: skip


def told(certificate: Certificate) -> str | None:
    if certificate.handed_over_on and certificate.handed_to and certificate.receiver:
        return None
    return _("Say who received the certificate, and on which day.")


CERTIFICATE = Workflow(
    labels=CertificateState,
    steps=(
        Step("release", (C.PREPARED,), C.RELEASED, gettext_lazy("Release for printing"), RELEASERS),
        Step("hand_over", (C.RELEASED,), C.HANDED_OVER, gettext_lazy("Hand the certificate over"), HANDS_OVER, needs=(told,)),
        Step("take_back", (C.HANDED_OVER,), C.RELEASED, gettext_lazy("Hand-over entered by mistake"), HANDS_OVER,
             needs_reason=True),
        Step("replace", (C.RELEASED, C.HANDED_OVER), C.REPLACED, gettext_lazy("Replace"), DESK),
    ),
)  # fmt: skip
