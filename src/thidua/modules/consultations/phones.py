"""Telephone numbers of those who remark: sealed, for the desk, deleted after twelve months."""

from thidua.foundation import keys
from thidua.foundation.audit import acting
from thidua.foundation.keys import on_rotation
from thidua.modules.consultations.models import Remark


def seal(remark: Remark, number: str) -> None:
    """Into a saved remark (not yet written)."""
    remark.phone_sealed = keys.encrypt("field", number.encode(), place=_place(remark))


def phone_of(remark: Remark) -> str:
    """Ask policy.may_read_remark before showing it."""
    if remark.phone_sealed is None:
        return ""
    return keys.decrypt(bytes(remark.phone_sealed), place=_place(remark)).decode()


def _place(remark: Remark) -> str:
    return f"remark.phone:{remark.pk}"


@on_rotation("consultations.phones")
def reseal(batch: int) -> int:
    n_done = 0
    with acting(None, action="consultations.reseal_phones"):
        for remark in Remark.objects.exclude(phone_sealed=None).order_by("pk").iterator():
            if n_done == batch:
                break
            if not keys.is_current(bytes(remark.phone_sealed or b"")):
                seal(remark, phone_of(remark))
                remark.save(update_fields=["phone_sealed"])
                n_done += 1
    return n_done
