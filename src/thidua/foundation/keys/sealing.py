"""Sealing and hashing with the keys of the ring; each sealed word names its key."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thidua.foundation.keys.errors import CannotRead
from thidua.foundation.keys.ring import ID_BYTES, KeyRing
from thidua.foundation.keys.store import load

FORMAT = b"\x01"
NONCE_BYTES = 12
HEAD = len(FORMAT) + ID_BYTES


def encrypt(purpose: str, plain: bytes, *, place: str, ring: KeyRing | None = None) -> bytes:
    """`place` (for example "person.number:17") ties the word to where it stands: moved elsewhere it will not open."""
    key = (ring or load()).current(purpose)
    nonce = secrets.token_bytes(NONCE_BYTES)
    head = FORMAT + bytes.fromhex(key.id)
    return head + nonce + AESGCM(key.secret).encrypt(nonce, plain, head + place.encode())


def decrypt(sealed: bytes, *, place: str, ring: KeyRing | None = None) -> bytes:
    key = (ring or load()).by_id(key_id_of(sealed))
    nonce, body = sealed[HEAD : HEAD + NONCE_BYTES], sealed[HEAD + NONCE_BYTES :]
    try:
        return AESGCM(key.secret).decrypt(nonce, body, sealed[:HEAD] + place.encode())
    except (InvalidTag, ValueError):
        raise _damaged() from None


def key_id_of(sealed: bytes) -> str:
    if len(sealed) < HEAD + NONCE_BYTES or not sealed.startswith(FORMAT):
        raise _damaged()
    return sealed[len(FORMAT) : HEAD].hex()


def is_current(sealed: bytes, *, ring: KeyRing | None = None) -> bool:
    ring = ring or load()
    key = ring.by_id(key_id_of(sealed))
    return ring.current(key.purpose).id == key.id


def keyed_hash(purpose: str, content: bytes, *, ring: KeyRing | None = None) -> str:
    return _hash((ring or load()).current(purpose).secret, content)


def hashes(purpose: str, content: bytes, *, ring: KeyRing | None = None) -> list[str]:
    """Under every key, newest first: what to look up while a rotation is under way."""
    return [_hash(key.secret, content) for key in reversed((ring or load()).all_of(purpose))]


def _hash(secret: bytes, content: bytes) -> str:
    return hmac.new(secret, content, hashlib.sha256).hexdigest()


def _damaged() -> CannotRead:
    return CannotRead(
        "Dữ liệu mã hóa đã bị thay đổi hoặc chuyển chỗ nên không đọc được. Hãy khôi phục từ bản sao lưu.",
        "The sealed data were changed or moved and cannot be read. Restore them from a backup.",
    )
