"""Advances as screens read them."""

from datetime import date

from django.db.models import Q, QuerySet, Sum

from thidua.modules.fund.models import OUT, OVER, Advance, AdvanceState, PayList, PayState
from thidua.modules.fund.queries import funds_visible_to
from thidua.modules.fund.states import ACCOUNTANTS, APPROVERS, ASKERS
from thidua.modules.organisations.api import Actor


def advances_visible_to(actor: Actor) -> QuerySet[Advance]:
    rows = Advance.objects.filter(fund__in=funds_visible_to(actor))
    people = ("asked_by", "approved_by", "reported_by", "accepted_by")
    rows = rows.select_related("fund__organisation", "pay_list__decision__organisation", *people)
    return rows.annotate(spent=Sum("rows__amount"))


def overdue(rows: QuerySet[Advance], on: date) -> QuerySet[Advance]:
    return rows.filter(state__in=OUT, due_on__lt=on)


def others_of_receiver(advance: Advance) -> QuerySet[Advance]:
    """Money that the same receiver has not accounted for yet: who approves another advance should know."""
    if advance.state in OVER:
        return Advance.objects.none()
    rows = Advance.objects.filter(state__in=OUT, fund__organisation=advance.fund.organisation_id)
    same = rows.filter(receiver__iexact=advance.receiver).exclude(pk=advance.pk)
    return same.order_by("due_on", "pk")


def lists_for_advance(actor: Actor) -> QuerySet[PayList]:
    """Approved lists of this year's fund that no open advance names."""
    rows = PayList.objects.filter(
        state=PayState.APPROVED, fund__organisation=actor.organisation_id, fund__year=actor.on.year
    )
    taken = Advance.objects.exclude(state__in=OVER).filter(pay_list__isnull=False).values("pay_list")
    return rows.exclude(pk__in=taken).select_related("decision").order_by("-pk")


def advances_waiting_for(actor: Actor, on: date) -> QuerySet[Advance]:
    """To approve, to pay out, to book; for who keeps the fund or asked, also what is overdue."""
    if actor.is_system:
        return Advance.objects.none()
    asked = Q()
    if actor.has(*APPROVERS):
        mine = Q(asked_by=actor.user_id)
        asked |= Q(state=AdvanceState.ASKED) & ~mine
        asked |= Q(state=AdvanceState.REPORTED) & ~mine & ~Q(reported_by=actor.user_id)
    if actor.has(*ACCOUNTANTS):
        asked |= Q(state__in=(AdvanceState.APPROVED, AdvanceState.ACCEPTED))
    if actor.has(*ASKERS):
        asked |= Q(state=AdvanceState.OPEN, due_on__lt=on)
    if not asked:
        return Advance.objects.none()
    return Advance.objects.filter(asked, fund__organisation=actor.organisation_id)
