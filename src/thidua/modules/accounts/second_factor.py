"""Secrets of authenticator apps and recovery codes are sealed with a key that is not in the database."""

import base64

from allauth.mfa.models import Authenticator
from django.db import transaction

from thidua.foundation.keys import decrypt, encrypt, is_current, on_rotation

PLACE = "accounts.second_factor"
# Where allauth keeps what it has us seal.
SEALED = ("secret", "seed")


def seal(text: str) -> str:
    return base64.b64encode(encrypt("credentials", text.encode(), place=PLACE)).decode()


def unseal(sealed: str) -> str:
    return decrypt(base64.b64decode(sealed), place=PLACE).decode()


def has_second_factor(user_id: int) -> bool:
    """An app or a key; recovery codes alone are none."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user_id, type__in=kinds).exists())


@on_rotation("accounts.second_factor")
def seal_again(batch: int) -> int:
    n_done = 0
    with transaction.atomic():
        for row in Authenticator.objects.select_for_update().order_by("id"):
            if n_done == batch:
                break
            n_done += _seal_row_again(row)
    return n_done


def _seal_row_again(row: Authenticator) -> bool:
    old = [name for name in SEALED if name in row.data and not is_current(base64.b64decode(row.data[name]))]
    for name in old:
        row.data[name] = seal(unseal(row.data[name]))
    if old:
        row.save(update_fields=["data"])
    return bool(old)
