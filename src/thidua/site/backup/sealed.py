"""A stream sealed piece by piece: a changed, missing, added or moved piece is found when it is opened.

Each file has a key of its own, derived from the backup key; each piece is sealed (AES-256-GCM) with its number, and the last
says that it is the last. In front stands in clear what opens it: the id of the backup key, and the key file as sealed by the recovery key.
"""

from __future__ import annotations

import base64
import io
import json
import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thidua.foundation.keys import KeyRing
from thidua.site.refusal import CannotRun

MAGIC = b"thidua backup 1\n"
PIECE = 1 << 20
COUNTER_BYTES, LENGTH_BYTES, SALT_BYTES = 11, 4, 16
LONGEST_FRONT = 1 << 20


class CannotOpen(CannotRun):
    """Not a backup of ours, or a damaged one."""


class SealedWriter(io.RawIOBase):
    """Takes bytes, writes sealed pieces; complete only once it was closed."""

    def __init__(self, out: BinaryIO, ring: KeyRing, copy: bytes) -> None:
        key = ring.current("backup")
        salt = secrets.token_bytes(SALT_BYTES)
        told = {"key": key.id, "salt": _text(salt), "copy": _text(copy)}
        self._front = json.dumps(told).encode()
        self._seal = AESGCM(_derived(key.secret, salt))
        self._out, self._kept, self._n = out, bytearray(), 0
        out.write(MAGIC + len(self._front).to_bytes(LENGTH_BYTES) + self._front)

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        self._kept += content
        while len(self._kept) > PIECE:
            self._put(bytes(self._kept[:PIECE]), is_last=False)
            del self._kept[:PIECE]
        return len(content)

    def close(self) -> None:
        if not self.closed:
            self._put(bytes(self._kept), is_last=True)
        super().close()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        sealed = self._seal.encrypt(_nonce(self._n, is_last=is_last), piece, self._front)
        self._out.write(len(sealed).to_bytes(LENGTH_BYTES) + sealed)
        self._n += 1


def front_of(file: BinaryIO) -> dict[str, bytes]:
    """What stands in clear; leaves the file at the first piece."""
    if file.read(len(MAGIC)) != MAGIC:
        raise CannotOpen(
            "Tệp này không phải bản sao lưu của thidua. Hãy chọn tệp .thidua đã tạo bằng ./thidua backup.",
            "This file is not a backup of thidua. Choose a .thidua file made by ./thidua backup.",
        )
    length = int.from_bytes(file.read(LENGTH_BYTES))
    front = file.read(min(length, LONGEST_FRONT))
    try:
        told = json.loads(front)
        salt, copy = (base64.b64decode(told[name], validate=True) for name in ("salt", "copy"))
        return {"front": front, "key": told["key"].encode(), "salt": salt, "copy": copy}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _damaged() from None


def opened(file: BinaryIO, front: dict[str, bytes], ring: KeyRing) -> Iterator[bytes]:
    """The bytes that went in, piece by piece; the last piece must have been seen before they may be used."""
    seal = AESGCM(_derived(ring.by_id(front["key"].decode()).secret, front["salt"]))
    number, is_last = 0, False
    while not is_last:
        sealed, is_last = _next(file)
        try:
            yield seal.decrypt(_nonce(number, is_last=is_last), sealed, front["front"])
        except InvalidTag:
            raise _damaged() from None
        number += 1


def _next(file: BinaryIO) -> tuple[bytes, bool]:
    length = int.from_bytes(file.read(LENGTH_BYTES))
    sealed = file.read(min(length, 2 * PIECE))
    if not sealed or len(sealed) != length:
        raise _damaged()
    is_last = not file.read(1)
    if not is_last:
        file.seek(-1, io.SEEK_CUR)
    return sealed, is_last


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(COUNTER_BYTES) + bytes([is_last])


def _derived(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=salt, info=b"thidua backup").derive(secret)


def _damaged() -> CannotOpen:
    return CannotOpen(
        "Bản sao lưu bị hỏng, bị cắt hoặc bị sửa; không có gì được khôi phục. Hãy dùng bản khác.",
        "The backup is damaged, cut off or changed; nothing was restored. Use another one.",
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
