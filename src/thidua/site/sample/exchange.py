"""An outside system that reads and is told; its secret is thrown away, so nobody gets in with it."""

import uuid
from datetime import timedelta

from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.exchange.actions import make_token, revoke_token
from thidua.modules.exchange.hooks.secrets import new_secret, seal
from thidua.modules.exchange.kinds import DispatchState, Happening, Scope
from thidua.modules.exchange.models import Call, Dispatch, Subscription, Token
from thidua.site.sample.stage import Stage

NAME = "Hệ thống quản lý văn bản của phường"
# Under a name that never leads anywhere.
ADDRESS = "https://vanban.haibatrung.example/nhan-tin"
CALLS = (
    ("/api/v1/units", "", 200),
    ("/api/v1/decisions", "signed_since=2026-01-01", 200),
    ("/api/v1/awards", "limit=200", 200),
    ("/api/v1/awards", "limit=500", 422),
    ("/api/v1/proposals", "", 403),
)


def load_exchange(stage: Stage) -> None:
    token = _token(stage, NAME, [Scope.REGISTER, Scope.DECISIONS, Scope.CAMPAIGNS])
    earlier = _token(stage, "Trang thông tin điện tử của phường", [Scope.DECISIONS])
    admin, now = stage.actor("quantri"), stage.at(stage.ago(20))
    revoke_token(token=earlier, reason="Trang cũ đã ngừng hoạt động.", actor=admin, now=now)
    for n, (path, question, status) in enumerate(CALLS):
        method = "POST" if path.endswith("proposals") else "GET"
        Call.objects.create(
            token=token,
            at=stage.at(stage.ago(1), 8) + timedelta(minutes=n),
            method=method,
            path=path,
            question=question,
            status=status,
            address="203.0.113.10",
        )
    _told(stage, token)


def _token(stage: Stage, name: str, scopes: list[str]) -> Token:
    day = stage.ago(30)
    ward = stage.units["P"]
    row, _secret = make_token(
        organisation=ward,
        unit=ward,
        system_name=name,
        contact="Bà Đỗ Thu Trang, Văn phòng HĐND và UBND phường",
        scopes=scopes,
        last_day=stage.ago(-300),
        actor=stage.actor("quantri", day),
        on=day,
        now=stage.at(day),
    )
    return row


def _told(stage: Stage, token: Token) -> None:
    """Switched off after an outage: what the demonstration itself makes happen is told to nobody."""
    row = Subscription.objects.create(
        token=token,
        address=ADDRESS,
        happenings=[Happening.IN_FORCE, Happening.LAUNCHED],
        is_on=False,
        off_reason="Địa chỉ nhận lỗi 12 lần liên tiếp.",
        made_by=stage.users["quantri"],
        made_at=stage.at(stage.ago(30)),
    )
    seal(row, new_secret())
    row.save(update_fields=["secret_sealed"])
    decisions = Decision.objects.filter(organisation=stage.units["P"], state=DecisionState.IN_FORCE)
    answers = (
        (DispatchState.DELIVERED, 1, 204, ""),
        (DispatchState.DELIVERED, 3, 200, ""),
        (DispatchState.FAILED, 6, 503, ""),
    )
    for days, (pk, (state, n_tries, status, error)) in enumerate(
        zip(decisions.order_by("pk").values_list("pk", flat=True), answers, strict=False)
    ):
        at = stage.at(stage.ago(12 - 4 * days), 14)
        Dispatch.objects.create(
            subscription=row,
            event=Happening.IN_FORCE,
            key=uuid.UUID(int=pk),
            path=f"/api/v1/decisions/{pk}",
            made_at=at,
            state=state,
            n_tries=n_tries,
            next_at=at,
            tried_at=at + timedelta(minutes=n_tries),
            status=status,
            error=error,
        )
