"""A certificate as an Open Badge 3.0 (a W3C Verifiable Credential) that verifies without any server.

Signed by the Data Integrity cryptosuite eddsa-jcs-2022; the issuer is a did:key, so that the public key
travels with the credential. Who the issuer is must be known from elsewhere: its did is published by it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from thidua.documents.sentences import Sentence
from thidua.kernel.days import VIETNAM
from thidua.kernel.errors import Cannot

CONTEXT = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
SUITE = "eddsa-jcs-2022"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
# Multicodec of an Ed25519 public key.
ED25519 = b"\xed\x01"
DID = "did:key:"
LARGEST = 100_000


class CannotVerify(Cannot):
    """The file is no credential of this kind, was changed, or bears no valid signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a credential says: no more than the paper."""

    url: str
    issuer: str
    recipient: str
    award: str
    merit: str
    decision_number: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class Verified:
    badge: Badge
    did: str


def did_of(secret: bytes) -> str:
    return _did(Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw())


def _did(public: bytes) -> str:
    return f"{DID}z{_base58(ED25519 + public)}"


def signed(badge: Badge, secret: bytes, made_at: datetime) -> bytes:
    """The credential as JSON, signed with the 32 bytes of an Ed25519 key."""
    key = Ed25519PrivateKey.from_private_bytes(secret)
    did = _did(key.public_key().public_bytes_raw())
    document = _document(badge, did)
    proof = {
        "@context": CONTEXT,
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": made_at.isoformat(timespec="seconds"),
        "verificationMethod": f"{did}#{did.removeprefix(DID)}",
        "proofPurpose": "assertionMethod",
    }
    value = f"z{_base58(key.sign(_hashes(document, proof)))}"
    whole = document | {"proof": proof | {"proofValue": value}}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _document(badge: Badge, did: str) -> dict[str, Any]:
    since = datetime.combine(badge.decided_on, time(), tzinfo=VIETNAM)
    return {
        "@context": CONTEXT,
        "id": badge.url,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": did, "type": ["Profile"], "name": badge.issuer},
        "validFrom": since.isoformat(),
        "name": badge.award,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "identityHash": badge.recipient,
                    "identityType": "name",
                    "hashed": False,
                }
            ],
            "achievement": {
                "id": f"{badge.url}#achievement",
                "type": ["Achievement"],
                "name": badge.award,
                "description": badge.decision_number,
                "criteria": {"narrative": badge.merit},
            },
        },
    }


def verified(content: bytes) -> Verified:
    """What an untouched credential says, and whose key signed it. Says nothing of a later revocation."""
    try:
        whole = json.loads(content) if len(content) <= LARGEST else None
        return _verified(whole)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise CannotVerify(
            Sentence(
                "Tệp này không phải chứng nhận điện tử (Open Badges 3.0) của hệ thống.",
                "This file is no electronic certificate (Open Badges 3.0) of this system.",
            )
        ) from None


def _verified(whole: Any) -> Verified:
    proof = dict(whole["proof"])
    document = {name: value for name, value in whole.items() if name != "proof"}
    signature = _bytes(proof.pop("proofValue"))
    did = document["issuer"]["id"]
    is_ours = (
        proof["cryptosuite"] == SUITE
        and proof["verificationMethod"] == f"{did}#{did.removeprefix(DID)}"
        and proof["@context"] == document["@context"] == CONTEXT
    )
    public = _bytes(did.removeprefix(DID))
    if not is_ours or not public.startswith(ED25519):
        raise ValueError
    try:
        key = Ed25519PublicKey.from_public_bytes(public.removeprefix(ED25519))
        key.verify(signature, _hashes(document, proof))
    except InvalidSignature:
        raise CannotVerify(
            Sentence(
                "Chữ ký không khớp: nội dung tệp đã bị sửa sau khi cấp.",
                "The signature does not match: the file was changed after it was issued.",
            )
        ) from None
    return Verified(_badge(document), did)


def _badge(document: Mapping[str, Any]) -> Badge:
    subject = document["credentialSubject"]
    return Badge(
        url=document["id"],
        issuer=document["issuer"]["name"],
        recipient=subject["identifier"][0]["identityHash"],
        award=document["name"],
        merit=subject["achievement"]["criteria"]["narrative"],
        decision_number=subject["achievement"]["description"],
        decided_on=datetime.fromisoformat(document["validFrom"]).date(),
    )


def _hashes(document: Mapping[str, Any], proof: Mapping[str, Any]) -> bytes:
    return b"".join(hashlib.sha256(_canonical(part)).digest() for part in (proof, document))


def _canonical(content: object) -> bytes:
    """RFC 8785: texts, lists and objects with plain keys only, which is all that stands here."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _base58(content: bytes) -> str:
    n, text = int.from_bytes(content), ""
    while n:
        n, rest = divmod(n, 58)
        text = BASE58[rest] + text
    zeros = len(content) - len(content.lstrip(b"\0"))
    return "1" * zeros + text


def _bytes(multibase: str) -> bytes:
    if not multibase.startswith("z"):
        raise ValueError
    text, n = multibase[1:], 0
    for letter in text:
        n = n * 58 + BASE58.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + n.to_bytes((n.bit_length() + 7) // 8)
