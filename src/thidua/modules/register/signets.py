"""The heads of all chains, signed once a day with a key outside the database."""

import hmac
from datetime import date

from django.db import transaction

from thidua.foundation import keys
from thidua.kernel.hashing import canonical
from thidua.modules.register.models import Chain, Signet


def sign_heads(on: date) -> int:
    """Sign each chain that has grown since its last signet; the number signed."""
    n_signed = 0
    for pk in Chain.objects.order_by("pk").values_list("pk", flat=True):
        n_signed += _sign(pk, on)
    return n_signed


@transaction.atomic
def _sign(chain_id: int, on: date) -> int:
    chain = Chain.objects.select_for_update().get(pk=chain_id)
    last = chain.signets.order_by("-on").first()
    if chain.n_entries == (last.n_entries if last else 0) or (last and last.on >= on):
        return 0
    signet = Signet(chain=chain, on=on, n_entries=chain.n_entries, head=chain.head)
    key = keys.load().current("chain")
    signet.key_id, signet.signature = key.id, _signature(signet, key.secret)
    signet.save()
    return 1


def is_genuine(signet: Signet) -> bool:
    """Was it signed with the key that it names?"""
    expected = _signature(signet, keys.load().by_id(signet.key_id).secret)
    return hmac.compare_digest(expected, signet.signature)


def _signature(signet: Signet, secret: bytes) -> str:
    said = {"chain": signet.chain_id, "on": signet.on, "n_entries": signet.n_entries, "head": signet.head}
    return hmac.new(secret, canonical(said), "sha256").hexdigest()
