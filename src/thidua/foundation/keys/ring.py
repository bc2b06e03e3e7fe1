from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thidua.foundation.keys.errors import CannotRead, CannotUseKeys

# field: personal data in columns; search: its keyed hashes; chain: heads of the register;
# credentials: second factors; backup: dumps; ballot: votes until a ballot closes; badge: signs
# electronic certificates, so its public half is known to everybody.
PURPOSES = ("field", "search", "chain", "credentials", "backup", "ballot", "badge")
SECRET_BYTES = 32
ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Key:
    id: str
    purpose: str
    made_on: date
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The newest key of a purpose is its current one; the older ones only read."""

    keys: tuple[Key, ...]
    recovery: bytes

    def current(self, purpose: str) -> Key:
        return self.all_of(purpose)[-1]

    def all_of(self, purpose: str) -> tuple[Key, ...]:
        found = tuple(key for key in self.keys if key.purpose == purpose)
        if not found:
            raise CannotUseKeys(
                f"Tệp khóa không có khóa cho “{purpose}”. Hãy chạy: ./thidua keys check",
                f"The key file has no key for “{purpose}”. Run: ./thidua keys check",
            )
        return found

    def by_id(self, key_id: str) -> Key:
        for key in self.keys:
            if key.id == key_id:
                return key
        raise CannotRead(
            f"Dữ liệu được mã hóa bằng khóa {key_id}, không có trong tệp khóa. Hãy khôi phục tệp khóa đúng.",
            f"The data are sealed with key {key_id}, which the key file lacks. Restore the right key file.",
        )

    def with_new(self, purposes: tuple[str, ...], on: date) -> KeyRing:
        ring = self
        for purpose in purposes:
            ring = replace(ring, keys=(*ring.keys, _made(ring, purpose, on)))
        return ring


def begun(recovery: bytes, on: date) -> KeyRing:
    return KeyRing((), recovery).with_new(PURPOSES, on)


def _made(ring: KeyRing, purpose: str, on: date) -> Key:
    taken = {key.id for key in ring.keys}
    while (key_id := secrets.token_hex(ID_BYTES)) in taken:
        pass
    return Key(key_id, purpose, on, secrets.token_bytes(SECRET_BYTES))


def current_ids(ring: KeyRing) -> Mapping[str, str]:
    return {purpose: ring.current(purpose).id for purpose in PURPOSES}
