"""What an outside system reads: only of the token's unit and below, only what stands."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Query, Router
from ninja.params.functions import Path

from thidua import law
from thidua.documents.wording import document_number
from thidua.modules.campaigns import api as campaigns
from thidua.modules.campaigns.models import Campaign
from thidua.modules.decisions import api as decisions
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.rest import shapes
from thidua.modules.exchange.rest.gate import AccessToken
from thidua.modules.exchange.rest.paged import only_known, page
from thidua.modules.exchange.rest.problems import Refusal
from thidua.modules.organisations import api as organisations
from thidua.modules.organisations.models import Organisation
from thidua.modules.register import api as register
from thidua.modules.register.models import Act, Entry
from thidua.modules.rulebook import api as rulebook

router = Router()
NEWEST = ("-year", "-id")
NUMBER: Any = Path(..., ge=1, le=shapes.LARGEST)


def _one(rows: QuerySet[Any], pk: int) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Refusal(404)
    return found


@router.get("/units", response=shapes.UnitPage, url_name="api_units", auth=AccessToken(), summary="Đơn vị")
def units(request: Any, asked: Query[shapes.UnitsAsked]) -> dict[str, Any]:
    """Đơn vị của mã truy cập và các đơn vị bên dưới."""
    rows = organisations.visible_to(request.machine)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    return page(request, rows, asked, order=("sort", "id"), shown=_unit)


@router.get(
    "/honours", response=list[shapes.Honour], url_name="api_honours", auth=AccessToken(), summary="Danh mục"
)
def honours(request: HttpRequest, asked: Query[shapes.HonoursAsked]) -> list[dict[str, Any]]:
    """Danh hiệu thi đua, hình thức khen thưởng theo luật."""
    only_known(request, asked)
    rows = law.catalogue().values()
    return [
        {
            "code": row.code,
            "name": row.name_vi,
            "recipients": list(row.recipient),
            "level": row.level,
            "since": row.since,
            "until": row.until,
        }
        for row in rows
        if asked.on is None or row.exists_on(asked.on)
    ]


@router.get(
    "/awards",
    response=shapes.AwardPage,
    url_name="api_awards",
    auth=AccessToken(Scope.REGISTER),
    summary="Sổ khen thưởng",
)
def awards(request: Any, asked: Query[shapes.AwardsAsked]) -> dict[str, Any]:
    """Mỗi kết quả khen thưởng một dòng, theo lần đính chính cuối; dòng đã thu hồi vẫn có, với is_revoked."""
    return page(request, awards_asked(request, asked), asked, order=NEWEST, shown=shown_award)


@router.get(
    "/awards/{pk}",
    response=shapes.Award,
    url_name="api_award",
    auth=AccessToken(Scope.REGISTER),
    summary="Một dòng của sổ",
)
def award(request: Any, pk: int = NUMBER) -> dict[str, Any]:
    """Theo số của dòng; dòng đã được đính chính thì tìm bằng số của dòng đính chính."""
    return shown_award(_one(_awards(request), pk))


def awards_asked(request: Any, asked: shapes.AwardsWanted) -> QuerySet[Entry]:
    wanted = {"year": asked.year, "honour": asked.honour, "organisation": asked.unit}
    rows = _awards(request).filter(**{name: value for name, value in wanted.items() if value is not None})
    return rows if asked.changed_since is None else rows.filter(_changed(asked.changed_since))


def _awards(request: Any) -> QuerySet[Entry]:
    rows = register.with_standing(register.newest_wording(register.visible_to(request.machine)))
    return rows.select_related("chain__body", "organisation")


def _changed(since: Any) -> Q:
    """Written since, or revoked since: a revocation is an entry about the first wording."""
    revoked = Entry.objects.filter(act=Act.REVOKE, entered_at__gte=since).values("refers_to")
    return Q(entered_at__gte=since) | Q(pk__in=revoked) | Q(refers_to__in=revoked)


@router.get(
    "/decisions",
    response=shapes.DecisionPage,
    url_name="api_decisions",
    auth=AccessToken(Scope.DECISIONS),
    summary="Quyết định",
)
def decision_list(request: Any, asked: Query[shapes.DecisionsAsked]) -> dict[str, Any]:
    """Quyết định đã có hiệu lực của đơn vị và về đơn vị, mới nhất trước."""
    rows = _decisions(request)
    wanted = {"organisation": asked.unit, "signed_on__gte": asked.signed_since, "kind": asked.kind}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
    return page(request, rows, asked, order=("-made_at", "-id"), shown=_decision)


@router.get(
    "/decisions/{pk}",
    response=shapes.DecisionWhole,
    url_name="api_decision",
    auth=AccessToken(Scope.DECISIONS),
    summary="Một quyết định",
)
def decision(request: Any, pk: int = NUMBER) -> dict[str, Any]:
    """Kèm người, tập thể, hộ được khen thuộc phạm vi của mã truy cập."""
    row = _one(_decisions(request), pk)
    entries = register.with_standing(register.visible_to(request.machine))
    within = entries.filter(pk__in=row.items.values("entry")).select_related("chain__body", "organisation")
    return _decision(row) | {"awards": [shown_award(one) for one in within.order_by("place", "id")]}


def _decisions(request: Any) -> QuerySet[Decision]:
    rows = decisions.visible_to(request.machine).filter(state=DecisionState.IN_FORCE)
    return rows.select_related("organisation")


@router.get(
    "/campaigns",
    response=shapes.CampaignPage,
    url_name="api_campaigns",
    auth=AccessToken(Scope.CAMPAIGNS),
    summary="Phong trào",
)
def campaign_list(request: Any, asked: Query[shapes.CampaignsAsked]) -> dict[str, Any]:
    """Phong trào đã phát động của đơn vị, hoặc đã tới đơn vị."""
    rows = _campaigns(request)
    if asked.unit is not None:
        rows = rows.filter(organisation=asked.unit)
    if asked.year is not None:
        ends_later = Q(until__isnull=True) | Q(until__year__gte=asked.year)
        rows = rows.filter(ends_later, since__year__lte=asked.year)
    return page(request, rows, asked, order=("-since", "-id"), shown=_campaign)


@router.get(
    "/campaigns/{pk}",
    response=shapes.Campaign,
    url_name="api_campaign",
    auth=AccessToken(Scope.CAMPAIGNS),
    summary="Một phong trào",
)
def campaign(request: Any, pk: int = NUMBER) -> dict[str, Any]:
    return _campaign(_one(_campaigns(request), pk))


def _campaigns(request: Any) -> QuerySet[Campaign]:
    return campaigns.visible_to(request.machine).filter(launched_on__isnull=False)


def ref(row: Organisation) -> dict[str, Any]:
    return {"id": row.pk, "code": row.code, "name": row.name}


def _unit(row: Organisation) -> dict[str, Any]:
    return ref(row) | {"kind": row.kind, "parent": row.parent_id, "since": row.since, "until": row.until}


def shown_award(row: Any) -> dict[str, Any]:
    same = ("name", "post", "unit_name", "level", "decided_on", "decided_by", "signer", "ground", "line")
    kind = "person" if row.person_id else "collective" if row.collective_id else "household"
    found = {name: getattr(row, name) for name in (*same, "honour", "achievement", "year", "entered_at")}
    return found | {
        "id": row.pk,
        "body": ref(row.chain.body),
        "number_in_book": row.place,
        "honour_name": rulebook.honour(row.honour).name_vi,
        "recipient": kind,
        "unit": ref(row.organisation),
        "decision": row.decision_number,
        "period": row.period_label,
        "is_revoked": row.is_revoked,
        "is_checked": row.is_checked,
    }


def _decision(row: Decision) -> dict[str, Any]:
    same = ("kind", "title", "authority", "signed_on", "in_force_on")
    return {name: getattr(row, name) for name in same} | {
        "id": row.pk,
        "number": document_number(row.number, row.symbol),
        "body": ref(row.organisation),
    }


def _campaign(row: Campaign) -> dict[str, Any]:
    same = ("name", "kind", "scope", "state", "since", "launched_on")
    return {name: getattr(row, name) for name in same} | {
        "id": row.pk,
        "unit": ref(row.organisation),
        "field": row.field.name,
        "last_day": row.until - timedelta(days=1) if row.until else None,
    }
