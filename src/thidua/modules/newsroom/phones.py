"""Telephone numbers of those who comment: sealed, for who moderates, never published."""

from thidua.foundation import keys
from thidua.foundation.audit import acting
from thidua.foundation.keys import on_rotation
from thidua.modules.newsroom.models import Comment


def seal(comment: Comment, number: str) -> None:
    """Into a saved comment (not yet written)."""
    comment.phone_sealed = keys.encrypt("field", number.encode(), place=_place(comment))


def phone_of(comment: Comment) -> str:
    """Ask policy.may_moderate before showing it."""
    if comment.phone_sealed is None:
        return ""
    return keys.decrypt(bytes(comment.phone_sealed), place=_place(comment)).decode()


def _place(comment: Comment) -> str:
    return f"comment.phone:{comment.pk}"


@on_rotation("newsroom.phones")
def reseal(batch: int) -> int:
    n_done = 0
    with acting(None, action="newsroom.reseal_phones"):
        for comment in Comment.objects.exclude(phone_sealed=None).order_by("pk").iterator():
            if n_done == batch:
                break
            if not keys.is_current(bytes(comment.phone_sealed or b"")):
                seal(comment, phone_of(comment))
                comment.save(update_fields=["phone_sealed"])
                n_done += 1
    return n_done
