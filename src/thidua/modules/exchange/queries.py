from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from thidua.modules.exchange.models import Call, Subscription, Token
from thidua.modules.organisations.api import Actor, Role, scope_ids


def visible_to(actor: Actor) -> QuerySet[Token]:
    """Tokens of bodies in the scope, for administrators."""
    if not actor.has(Role.ADMINISTRATOR):
        return Token.objects.none()
    rows = Token.objects.select_related("organisation", "unit", "made_by", "revoked_by")
    return rows if actor.is_system else rows.filter(organisation__in=scope_ids(actor))


def with_use(rows: QuerySet[Token]) -> QuerySet[Token]:
    """Each with the time of its last call, looked up for the rows shown."""
    last = Call.objects.filter(token=OuterRef("pk")).order_by("-id").values("at")[:1]
    return rows.annotate(last_used_at=Subquery(last))


def working(rows: QuerySet[Token], on: date) -> QuerySet[Token]:
    return rows.filter(revoked_at=None, last_day__gte=on)


def over(rows: QuerySet[Token], on: date) -> QuerySet[Token]:
    """Revoked, or past the last day."""
    return rows.exclude(pk__in=working(rows, on).values("pk"))


def subscriptions_of(token: Token) -> QuerySet[Subscription]:
    return token.subscriptions.order_by("-id")


def subscriptions_visible_to(actor: Actor) -> QuerySet[Subscription]:
    rows = Subscription.objects.filter(token__in=visible_to(actor))
    return rows.select_related("token__organisation", "token__unit", "made_by")
