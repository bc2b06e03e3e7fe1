"""A draft dossier from an outside system: it waits in the unit, and only a person sends it."""

from typing import Any

from django.conf import settings
from django.shortcuts import resolve_url
from ninja import Router, Status
from ninja.params.functions import Header

from thidua.kernel.errors import Cannot
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.models import Proposal
from thidua.modules.exchange.proposals import KeyUsedOtherwise, NobodyBySuchName, UnitUnknown, propose
from thidua.modules.exchange.rest import shapes
from thidua.modules.exchange.rest.gate import AccessToken
from thidua.modules.exchange.rest.problems import Refusal
from thidua.modules.exchange.rest.reading import NUMBER, ref

router = Router()
MADE, KNOWN = 201, 200
# How the dossier calls what the call names otherwise.
FIELDS = {"period": "year", "recipients": "candidates", "organisation": "unit"}


@router.post(
    "/proposals",
    response={MADE: shapes.Proposal, KNOWN: shapes.Proposal},
    url_name="api_proposals",
    auth=AccessToken(Scope.PROPOSE),
    summary="Gửi hồ sơ dự thảo",
)
def send(
    request: Any,
    sent: shapes.ProposalSent,
    key: str = Header(
        ...,
        alias="Idempotency-Key",
        min_length=8,
        max_length=80,
        pattern=r"^[A-Za-z0-9_.:-]+$",
        description="Gọi lại với cùng khóa và cùng nội dung thì vẫn chỉ có một hồ sơ.",
    ),
) -> Status[dict[str, Any]]:
    """Hồ sơ nằm ở đơn vị dưới dạng dự thảo; cán bộ đơn vị xem lại và thủ trưởng đơn vị gửi đi."""
    try:
        row, is_new = propose(
            token=request.token,
            key=key,
            sent=_plain(sent),
            actor=request.machine,
            on=request.today,
            now=request.now,
        )
    except KeyUsedOtherwise as refusal:
        raise Refusal(409, str(refusal)) from None
    except UnitUnknown as refusal:
        raise Refusal(422, errors=[("unit", str(refusal))]) from None
    except NobodyBySuchName as refusal:
        raise Refusal(422, errors=refusal.errors) from None
    except Cannot as refusal:
        named = str(refusal.field or "")
        raise Refusal(422, errors=[(FIELDS.get(named, named), str(refusal))]) from None
    return Status(MADE if is_new else KNOWN, _shown(row))


def _plain(sent: shapes.ProposalSent) -> dict[str, Any]:
    return sent.model_dump(mode="json")


@router.get(
    "/proposals/{pk}",
    response=shapes.Proposal,
    url_name="api_proposal",
    auth=AccessToken(Scope.PROPOSE),
    summary="Hồ sơ đã gửi",
)
def state(request: Any, pk: int = NUMBER) -> dict[str, Any]:
    """Hồ sơ do chính mã truy cập này gửi, và nay đang ở bước nào."""
    rows = Proposal.objects.filter(token=request.token, pk=pk).select_related("dossier__organisation")
    if (row := rows.first()) is None:
        raise Refusal(404)
    return _shown(row)


def _shown(row: Proposal) -> dict[str, Any]:
    return {
        "id": row.pk,
        "code": row.dossier.code,
        "state": row.dossier.state,
        "unit": ref(row.dossier.organisation),
        "candidates": row.dossier.candidates.count(),
        "address": settings.BASE_URL + resolve_url("dossiers_show", row.dossier_id),
    }
