"""A sealed copy of the key file that only the printed recovery key opens.

The file keeps the public half, so that a rotation seals a new copy without asking for the printed half.
"""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thidua.foundation.keys.errors import CannotUseKeys
from thidua.foundation.keys.ring import KeyRing
from thidua.foundation.keys.store import from_json, to_json

GROUP = 4
PUBLIC_BYTES = 32
# Each seal has a key of its own, so the nonce may stand still.
NONCE = bytes(12)


def made() -> tuple[str, bytes]:
    """The words to print once, and the public half to keep."""
    private = X25519PrivateKey.generate()
    letters = base64.b32encode(private.private_bytes_raw()).decode().rstrip("=")
    words = "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))
    return words, private.public_key().public_bytes_raw()


def seal(ring: KeyRing) -> bytes:
    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(ring.recovery))
    return public + AESGCM(_derived(shared, public, ring.recovery)).encrypt(
        NONCE, to_json(ring).encode(), public
    )


def open_sealed(sealed: bytes, words: str) -> KeyRing:
    private = _private(words)
    public, body = sealed[:PUBLIC_BYTES], sealed[PUBLIC_BYTES:]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(public))
        secret = _derived(shared, public, private.public_key().public_bytes_raw())
        return from_json(AESGCM(secret).decrypt(NONCE, body, public).decode())
    except (InvalidTag, ValueError):
        raise _refused() from None


def _private(words: str) -> X25519PrivateKey:
    letters = "".join(words.upper().replace("-", " ").split())
    try:
        return X25519PrivateKey.from_private_bytes(base64.b32decode(letters + "=" * (-len(letters) % 8)))
    except (binascii.Error, ValueError):
        raise _refused() from None


def _derived(shared: bytes, public: bytes, recovery: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"thidua recovery" + public + recovery).derive(shared)


def _refused() -> CannotUseKeys:
    return CannotUseKeys(
        "Khóa khôi phục không mở được bản sao này. Hãy kiểm tra lại từng nhóm chữ và tệp bản sao.",
        "The recovery key does not open this copy. Check its groups of letters and the file.",
    )
