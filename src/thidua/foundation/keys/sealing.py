"""Sealing and hashing with the keys of the ring; each sealed word names its key."""

from __future__ import annotations

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


class Sealer:
    """For many words in a row: the key is looked up once."""

    def __init__(self, purpose: str, ring: KeyRing | None = None) -> None:
        key = (ring or load()).current(purpose)
        self._head, self._cipher = FORMAT + bytes.fromhex(key.id), AESGCM(key.secret)

    def seal(self, plain: bytes, *, place: str) -> bytes:
        """`place` (for example "person.number:17") ties the word to where it stands: moved elsewhere it will not open."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return self._head + nonce + self._cipher.encrypt(nonce, plain, self._head + place.encode())


class Opener:
    """The other way; words under different keys may follow each other."""

    def __init__(self, ring: KeyRing | None = None) -> None:
        self._ring = ring or load()
        self._ciphers: dict[bytes, AESGCM] = {}

    def open(self, sealed: bytes, *, place: str) -> bytes:
        head, nonce, body = sealed[:HEAD], sealed[HEAD : HEAD + NONCE_BYTES], sealed[HEAD + NONCE_BYTES :]
        cipher = self._ciphers.get(head) or self._known(head, sealed)
        try:
            return cipher.decrypt(nonce, body, head + place.encode())
        except (InvalidTag, ValueError):
            raise _damaged() from None

    def _known(self, head: bytes, sealed: bytes) -> AESGCM:
        self._ciphers[head] = cipher = AESGCM(self._ring.by_id(key_id_of(sealed)).secret)
        return cipher


def encrypt(purpose: str, plain: bytes, *, place: str, ring: KeyRing | None = None) -> bytes:
    return Sealer(purpose, ring).seal(plain, place=place)


def decrypt(sealed: bytes, *, place: str, ring: KeyRing | None = None) -> bytes:
    return Opener(ring).open(sealed, place=place)


def key_id_of(sealed: bytes) -> str:
    if len(sealed) < HEAD + NONCE_BYTES or not sealed.startswith(FORMAT):
        raise _damaged()
    return sealed[len(FORMAT) : HEAD].hex()


def is_current(sealed: bytes, *, ring: KeyRing | None = None) -> bool:
    ring = ring or load()
    key = ring.by_id(key_id_of(sealed))
    return ring.current(key.purpose).id == key.id


class Hasher:
    """For many words in a row."""

    def __init__(self, purpose: str, ring: KeyRing | None = None) -> None:
        self._secrets = [key.secret for key in reversed((ring or load()).all_of(purpose))]

    def hash(self, content: bytes) -> str:
        return _hash(self._secrets[0], content)

    def hashes(self, content: bytes) -> list[str]:
        """Under every key, newest first: what to look up while a rotation is under way."""
        return [_hash(secret, content) for secret in self._secrets]


def keyed_hash(purpose: str, content: bytes, *, ring: KeyRing | None = None) -> str:
    return Hasher(purpose, ring).hash(content)


def hashes(purpose: str, content: bytes, *, ring: KeyRing | None = None) -> list[str]:
    return Hasher(purpose, ring).hashes(content)


def _hash(secret: bytes, content: bytes) -> str:
    return hmac.digest(secret, content, "sha256").hex()


def _damaged() -> CannotRead:
    return CannotRead(
        "Dữ liệu mã hóa đã bị thay đổi hoặc chuyển chỗ nên không đọc được. Hãy khôi phục từ bản sao lưu.",
        "The sealed data were changed or moved and cannot be read. Restore them from a backup.",
    )
