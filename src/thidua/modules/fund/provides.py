"""What the fund offers to the home page, the menu and decisions."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.decisions.api import number_of
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.api import PageAction
from thidua.modules.fund import policy, queries
from thidua.modules.fund.advances import advances_waiting_for
from thidua.modules.fund.models import PayRow
from thidua.modules.organisations.api import Actor
from thidua.modules.privacy.api import Section, section

SHOWN = 10


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    for decision in queries.decisions_to_pay(actor)[:SHOWN]:
        url = reverse("fund_list_new", args=[decision.pk])
        yield WaitingItem(decision.title, url, _("Prizes to pay"), number_of(decision))
    rows = queries.lists_to_approve(actor).select_related("decision").order_by("pk")
    for row in rows[:SHOWN]:
        url = reverse("fund_list_show", args=[row.pk])
        yield WaitingItem(str(row), url, _("Payment list to approve"), number_of(row.decision))
    for advance in advances_waiting_for(actor, on).order_by("pk")[:SHOWN]:
        url = reverse("fund_advance_show", args=[advance.pk])
        what = _("Overdue advance") if advance.is_overdue(on) else _("Advance")
        yield WaitingItem(str(advance), url, what, advance.get_state_display())


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "fund_list", queries.decisions_to_pay(actor)
    yield "fund_list", queries.lists_to_approve(actor)
    yield "fund_list", advances_waiting_for(actor, on)


def decision_actions(actor: Actor, decision: Decision) -> Iterator[PageAction]:
    if policy.may_prepare(actor, decision) and queries.to_pay(decision):
        yield PageAction(_("Pay the prizes"), reverse("fund_list_new", args=[decision.pk]))


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = PayRow.objects.filter(entry__person__in=ids).order_by("pk")
    yield from section(_("Prizes"), rows, "award", "amount", "basis", "way", "receiver", "bank", "account")
