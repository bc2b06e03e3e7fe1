"""Canonical bytes and sha256 over them, for chains, versions and digests."""

import hashlib
import json
from collections.abc import Mapping


def canonical(content: Mapping[str, object]) -> bytes:
    """One byte form for one content: sorted keys, no spaces, UTF-8, days as ISO strings."""
    return json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str
    ).encode()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def link(previous: str, content: Mapping[str, object]) -> str:
    """The hash of a chain's next entry: over the hash before it and the entry's canonical bytes."""
    return sha256(previous.encode() + b"\n" + canonical(content))
