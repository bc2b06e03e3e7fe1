"""The keys outside the database: one file, an id per key, so that old words stay readable after a rotation."""

from thidua.foundation.keys.errors import CannotRead, CannotUseKeys
from thidua.foundation.keys.ring import PURPOSES, Key, KeyRing
from thidua.foundation.keys.rotation import on_rotation, rotate
from thidua.foundation.keys.sealing import (
    Hasher,
    Opener,
    Sealer,
    decrypt,
    encrypt,
    hashes,
    is_current,
    keyed_hash,
)
from thidua.foundation.keys.store import load

__all__ = [
    "PURPOSES",
    "CannotRead",
    "CannotUseKeys",
    "Hasher",
    "Key",
    "KeyRing",
    "Opener",
    "Sealer",
    "decrypt",
    "encrypt",
    "hashes",
    "is_current",
    "keyed_hash",
    "load",
    "on_rotation",
    "rotate",
]
