"""What messages of a subscription are signed with: sealed, since it is needed again for each."""

import hashlib
import hmac
import secrets

from thidua.foundation import keys
from thidua.foundation.audit import acting
from thidua.foundation.keys import on_rotation
from thidua.modules.exchange.models import Subscription


def new_secret() -> str:
    return f"ky_{secrets.token_urlsafe(32)}"


def seal(row: Subscription, secret: str) -> None:
    """Into a saved subscription (not yet written)."""
    row.secret_sealed = keys.encrypt("credentials", secret.encode(), place=_place(row))


def secret_of(row: Subscription) -> str:
    return keys.decrypt(bytes(row.secret_sealed or b""), place=_place(row)).decode()


def signature(secret: str, at: int, body: bytes) -> str:
    """HMAC-SHA256 over the time and the message: an old message cannot be sent again as new."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def _place(row: Subscription) -> str:
    return f"subscription.secret:{row.pk}"


@on_rotation("exchange.secrets")
def reseal(batch: int) -> int:
    n_done = 0
    with acting(None, action="exchange.reseal_secrets"):
        for row in Subscription.objects.exclude(secret_sealed=None).order_by("pk").iterator():
            if n_done == batch:
                break
            if not keys.is_current(bytes(row.secret_sealed or b"")):
                seal(row, secret_of(row))
                row.save(update_fields=["secret_sealed"])
                n_done += 1
    return n_done
