"""Dossiers that have passed, and decisions at each step of their life."""

from collections.abc import Callable
from datetime import date

from factories.dossiers import NOW, ON, PDF, Place, received, sent
from factories.organisations import actor
from factories.papers import SigningAuthorityFactory
from thidua.modules.decisions import actions
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier
from thidua.modules.organisations.api import Role
from thidua.modules.papers.models import SigningAuthority

SIGNED_ON = date(2026, 11, 23)


def each(dossier: Dossier, state: CandidateState, at: Place) -> None:
    for candidate in dossier.candidates.order_by("id"):
        dossiers.set_candidate_state(candidate=candidate, state=state, actor=at.specialist)


def step(dossier: Dossier, name: str, at: Place) -> Dossier:
    return dossiers.move(dossier=dossier, step=name, actor=at.specialist, on=ON, now=NOW)


def appraised(at: Place, *honours: str) -> Dossier:
    dossier = received(at, *honours)
    each(dossier, CandidateState.AGREED, at)
    return step(dossier, "conclude", at)


def voted(at: Place, *honours: str) -> Dossier:
    """A dossier of one teacher, everything in it passed by the council."""
    dossier = step(appraised(at, *honours), "to_council", at)
    each(dossier, CandidateState.PASSED, at)
    return step(dossier, "from_council", at)


def chairman(at: Place) -> SigningAuthority:
    return SigningAuthorityFactory(organisation=at.ward, name="Trần Văn Ký")


def drafted(at: Place, *files: Dossier) -> Decision:
    SigningAuthority.objects.filter(organisation=at.ward).exists() or chairman(at)
    found = Candidate.objects.filter(dossier__in=files or [voted(at)])
    return actions.draft(
        organisation=at.ward, candidates=list(found), title="", actor=at.specialist, on=ON, now=NOW
    )


def with_leader(at: Place, *files: Dossier) -> Decision:
    return actions.to_leader(decision=drafted(at, *files), actor=at.specialist, on=ON, now=NOW)


def numbered(
    at: Place, *files: Dossier, number: int = 112, signed_on: date = SIGNED_ON, reason: str = ""
) -> Decision:
    decision = with_leader(at, *files)
    return actions.enter_number(
        decision=decision,
        number=number,
        signed_on=signed_on,
        signer=decision.signer,
        late_reason=reason,
        actor=at.clerk,
        on=ON,
        now=NOW,
    )


def signed(at: Place, *files: Dossier, number: int = 112) -> Decision:
    decision = numbered(at, *files, number=number)
    return actions.attach_signed(decision=decision, content=PDF, name="112.pdf", actor=at.clerk, now=NOW)


def in_force(at: Place, *files: Dossier, number: int = 112) -> Decision:
    return actions.put_in_force(decision=signed(at, *files, number=number), actor=at.clerk, on=ON, now=NOW)


AT_STATE: dict[str, Callable[[Place], Decision]] = {
    "draft": drafted,
    "with_leader": with_leader,
    "numbered": numbered,
    "in_force": in_force,
}


def leader(at: Place) -> object:
    return actor(at.ward, Role.LEADER)


__all__ = ["AT_STATE", "NOW", "ON", "PDF", "appraised", "chairman", "drafted", "in_force", "leader", "numbered", "sent",
           "signed", "voted", "with_leader"]  # fmt: skip
