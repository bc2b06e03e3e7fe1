"""Is it a person? A proof of work as ALTCHA does it, made by the browser; or a sum in words, for whoever has no script.

No outside host, nothing to look at, nothing to hear: see docs/decisions/captcha.md.
"""

import base64
import hashlib
import json
import secrets
from datetime import datetime
from typing import Any

from django.core import signing
from django.core.cache import cache
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.kernel.text import fold

VALID_SECONDS = 3_600
# A telephone finds the number in a second or two.
MOST_TRIES = 50_000
SALT = "thidua.captcha"
NUMBERS = (
    gettext_lazy("one"),
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
    gettext_lazy("ten"),
)
MOST_SUMMAND = 5


def challenge(now: datetime) -> dict[str, Any]:
    """Find the number behind the digest: its salt says until when that counts."""
    salt = f"{secrets.token_hex(12)}?expires={int(now.timestamp()) + VALID_SECONDS}"
    digest = _digest(salt, secrets.randbelow(MOST_TRIES))
    return {
        "algorithm": "SHA-256",
        "salt": salt,
        "challenge": digest,
        "maxnumber": MOST_TRIES,
        "signature": _signature(digest),
    }


def is_solved(payload: str, now: datetime) -> bool:
    """The number was found, for a challenge of ours, in time, and not used before."""
    try:
        said = json.loads(base64.b64decode(payload.encode(), validate=True))
        salt, number, signature = str(said["salt"]), int(said["number"]), str(said["signature"])
        expires = int(salt.rpartition("?expires=")[2])
    except (ValueError, TypeError, KeyError):
        return False
    digest = _digest(salt, number)
    is_ours = constant_time_compare(signature, _signature(digest))
    return is_ours and expires >= now.timestamp() and _first_use(digest)


def question() -> tuple[str, str]:
    """A sum in words, and the token that goes with it."""
    one, other = (secrets.randbelow(MOST_SUMMAND) + 1 for _n in range(2))
    words = {"one": NUMBERS[one - 1], "other": NUMBERS[other - 1]}
    token = signing.dumps([one, other, secrets.token_hex(6)], salt=SALT)
    return _("What is %(one)s plus %(other)s?") % words, token


def is_answered(token: str, answer: str) -> bool:
    """In figures or in words, with or without diacritics; each question once."""
    try:
        one, other, _nonce = signing.loads(token, salt=SALT, max_age=VALID_SECONDS)
    except signing.BadSignature:
        return False
    right = {str(one + other), fold(str(NUMBERS[one + other - 1]))}
    return fold(answer) in right and _first_use(token)


def _digest(salt: str, number: int) -> str:
    return hashlib.sha256(f"{salt}{number}".encode()).hexdigest()


def _signature(digest: str) -> str:
    return salted_hmac(SALT, digest, algorithm="sha256").hexdigest()


def _first_use(text: str) -> bool:
    key = hashlib.sha256(text.encode()).hexdigest()
    return bool(cache.add(f"captcha.{key}", 1, VALID_SECONDS))
