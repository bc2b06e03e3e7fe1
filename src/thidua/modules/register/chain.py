"""The chain of a deciding body's book: what each hash covers, how an entry is linked, where a chain breaks."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.kernel.hashing import canonical, link, sha256
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Chain, Entry

BEGINNING = "0" * 64
# Hashed apart with a salt, so that a person's words can be erased and the chain still holds.
PERSONAL = ("name", "honorific", "post", "achievement", "note")
NOT_COVERED = {*PERSONAL, "id", "salt", "previous", "hash", "search"}
COVERED = tuple(
    sorted(field.attname for field in Entry._meta.concrete_fields if field.name not in NOT_COVERED)  # noqa: SLF001
)


def personal_hash(entry: Entry) -> str:
    words = {name: getattr(entry, name) for name in PERSONAL}
    return sha256(entry.salt.encode() + b"\n" + canonical(words))


def content(entry: Entry) -> dict[str, Any]:
    """Everything that the entry's own hash covers, in plain values."""
    return {name: _plain(getattr(entry, name)) for name in COVERED}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def locked(body: Organisation) -> Chain:
    """The body's chain under a row lock until the transaction ends; begun when there is none."""
    Chain.objects.get_or_create(body=body, defaults={"head": BEGINNING})
    return Chain.objects.select_for_update().get(body=body)


def append(chain: Chain, entries: list[Entry]) -> list[Entry]:
    """Link the entries to a locked chain, in order, and write them."""
    for entry in entries:
        _link(chain, entry)
    written = Entry.objects.bulk_create(entries, batch_size=1_000)
    chain.save(update_fields=["n_entries", "head"])
    return written


def _link(chain: Chain, entry: Entry) -> None:
    entry.chain = chain
    entry.place = chain.n_entries + 1
    entry.salt = secrets.token_hex(16)
    entry.personal_hash = personal_hash(entry)
    entry.previous = chain.head
    entry.hash = link(chain.head, content(entry))
    chain.n_entries, chain.head = entry.place, entry.hash


@dataclass(frozen=True, slots=True)
class Break:
    """The first place of a chain that does not agree with what was written."""

    chain_id: int
    place: int
    why: str


def verify(chain: Chain) -> Break | None:
    """Walk the whole chain. None when every entry is as it was written and none is missing."""
    chain.refresh_from_db()
    previous, n_entries = BEGINNING, 0
    for entry in _in_order(chain):
        n_entries += 1
        if why := _fault(entry, n_entries, previous):
            return Break(chain.pk, n_entries, why)
        previous = entry.hash
    if (n_entries, previous) != (chain.n_entries, chain.head):
        return Break(chain.pk, n_entries + 1, _("The last entries of the book are missing."))
    return _against_signets(chain)


def _in_order(chain: Chain) -> Iterator[Entry]:
    return chain.entries.order_by("place").iterator(chunk_size=2_000)


def _fault(entry: Entry, place: int, previous: str) -> str:
    if entry.place != place:
        return _("The entry is missing.")
    if entry.previous != previous:
        return _("The entry does not follow the one before it.")
    if not _is_erased(entry) and entry.personal_hash != personal_hash(entry):
        return _("The name, post or achievement was changed.")
    if entry.hash != link(previous, content(entry)):
        return _("The entry was changed.")
    return ""


def _is_erased(entry: Entry) -> bool:
    """Personal words taken out by law leave nothing behind: no word, no salt."""
    return not (entry.salt or any(getattr(entry, name) for name in PERSONAL))


def _against_signets(chain: Chain) -> Break | None:
    """Entries rewritten together with the chain's head still differ from the heads signed before."""
    signed = chain.signets.order_by("on").values_list("n_entries", "head")
    heads = dict(chain.entries.filter(place__in=[n for n, _head in signed]).values_list("place", "hash"))
    for n_entries, head in signed:
        if heads.get(n_entries, BEGINNING) != head:
            return Break(chain.pk, n_entries, _("The entry differs from the signed head of its day."))
    return None
