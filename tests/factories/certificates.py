"""Certificates at each step of their way: prepared, with the units, released."""

from datetime import timedelta

from factories.decisions import NOW, in_force, voted
from factories.dossiers import Place
from thidua.modules.certificates import actions
from thidua.modules.certificates.models import Batch, ProofSheet
from thidua.modules.decisions.models import Decision

LATER = NOW + timedelta(hours=2)


def decided(at: Place, *honours: str) -> Decision:
    """Of one teacher, addressed as Bà."""
    file = voted(at, *(honours or ("CSTDCS",)))
    file.candidates.update(honorific="Bà")
    return in_force(at, file, number=112 + Decision.objects.count())


def prepared(at: Place, *honours: str) -> Batch:
    return actions.prepare(decision=decided(at, *honours), actor=at.specialist, now=NOW)


def proofing(at: Place, *honours: str) -> Batch:
    return actions.send_proofs(batch=prepared(at, *honours), actor=at.specialist, now=NOW)


def proofed(at: Place, *honours: str) -> Batch:
    batch = proofing(at, *honours)
    for proof in ProofSheet.objects.filter(batch=batch):
        actions.confirm(proof=proof, content=None, name="", actor=at.head, now=NOW)
    return batch


def released(at: Place, *honours: str) -> Batch:
    return actions.release(batch=proofed(at, *honours), unproofed_reason="", actor=at.clerk, now=LATER)
