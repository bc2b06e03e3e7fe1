"""One page of a list, and the cursor of the next; a cursor that was not made here is refused."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from thidua.foundation.paging import keyset
from thidua.modules.exchange.rest.problems import Refusal
from thidua.modules.exchange.rest.shapes import Paged, Strict


def only_known(request: HttpRequest, asked: Strict) -> None:
    """A filter that does not exist would quietly give more than was asked for."""
    unknown = sorted(set(request.GET) - set(type(asked).model_fields))
    if unknown:
        raise Refusal(422, errors=[(name, _("There is no such field.")) for name in unknown])


def page(
    request: HttpRequest,
    rows: QuerySet[Any],
    asked: Paged,
    *,
    order: Sequence[str],
    shown: Callable[[Any], dict[str, Any]],
) -> dict[str, Any]:
    only_known(request, asked)
    found = keyset(rows, order=order, token=_read(asked.cursor, order), size=asked.limit)
    cursor = _signer(order).sign(found.next) if found.next else None
    return {"items": [shown(row) for row in found.rows], "next": cursor}


def _signer(order: Sequence[str]) -> Signer:
    """A cursor of one list does not fit another."""
    return Signer(salt=f"exchange.{'.'.join(order)}")


def _read(cursor: str, order: Sequence[str]) -> str:
    if not cursor:
        return ""
    try:
        return _signer(order).unsign(cursor)
    except BadSignature:
        wrong = ("cursor", _("This is not the `next` of an earlier page of this list."))
        raise Refusal(422, errors=[wrong]) from None
