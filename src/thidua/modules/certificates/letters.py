"""What a certificate and a proof list say, as plain letters for `documents`."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from thidua.documents.letters import CertificateOfMerit, Nominee, NomineeGroup, NomineeKind, ProofList
from thidua.documents.wording import document_number, legal_day
from thidua.modules.certificates.codes import shown
from thidua.modules.certificates.models import Certificate, ProofSheet
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.models import Candidate
from thidua.modules.papers.api import letterhead, signature


def check_url(certificate: Certificate) -> str:
    return f"{settings.BASE_URL}{reverse('certificates_verify', args=[certificate.code])}"


def letter(certificate: Certificate, *, place: str | None = None) -> CertificateOfMerit:
    """`place` where the caller knows the decision's place name already: of a batch it is looked up once."""
    decision = certificate.item.decision
    assert decision.signed_on is not None  # it is in force
    return CertificateOfMerit(
        decider=decision.authority,
        award=certificate.award,
        verb=certificate.verb,
        name=certificate.name,
        honorific=certificate.honorific,
        description=certificate.description,
        merit=certificate.merit,
        decision_number=document_number(decision.number, decision.symbol),
        decision_day=decision.signed_on,
        golden_book=certificate.entry.place,
        place=place_of(decision) if place is None else place,
        day=decision.signed_on,
        signature=signature(decision.signer),
        check_url=check_url(certificate),
        check_code=shown(certificate.code),
    )


def place_of(decision: Decision) -> str:
    assert decision.signed_on is not None  # it is in force
    return letterhead(decision.organisation, decision.signed_on).place


def letters(certificates: Sequence[Certificate]) -> list[CertificateOfMerit]:
    place = place_of(certificates[0].item.decision) if certificates else ""
    return [letter(certificate, place=place) for certificate in certificates]


def _kind(candidate: Candidate) -> NomineeKind:
    if candidate.person_id:
        return NomineeKind.INDIVIDUAL
    return NomineeKind.COLLECTIVE if candidate.collective_id else NomineeKind.HOUSEHOLD


def proof_letter(proof: ProofSheet, certificates: Sequence[Certificate]) -> ProofList:
    """The unit's recipients exactly as they will be printed; day and number are left for the unit."""
    decision = proof.batch.decision
    assert decision.signed_on is not None  # it is in force
    groups: dict[str, list[Nominee]] = {}
    for one in certificates:
        line = Nominee(
            name=one.name,
            kind=_kind(one.item.granted),
            honorific=one.honorific,
            unit=one.description,
            merit=one.merit,
        )
        groups.setdefault(f"{one.verb.capitalize()} {one.award}", []).append(line)
    number = document_number(decision.number, decision.symbol)
    return ProofList(
        head=letterhead(proof.organisation, decision.signed_on),
        decision=f"Quyết định số {number} {legal_day(decision.signed_on)} của {decision.authority}",
        groups=tuple(NomineeGroup(honour=name, nominees=tuple(lines)) for name, lines in groups.items()),
    )
