"""What the rulebook offers to the search over everything, and to a leader's first page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook.catalogue import found, standard_url
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.queries import near
from thidua.modules.rulebook.states import LEADERS
from thidua.modules.rulebook.words import name_of

MOST_WAITING = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    """Drafts without faults, for those who answer for the rules of the place."""
    if not actor.has(*LEADERS):
        return
    drafts = LocalRule.objects.filter(
        organisation__in=[place.pk for place in near(actor)], state=RuleState.DRAFT
    )
    for rule in drafts.exclude(digest="").order_by("-entered_at", "-id")[:MOST_WAITING]:
        yield WaitingItem(
            label=f"{rule}: {rule.name}",
            url=reverse("rulebook_local_show", args=[rule.pk]),
            kind=_("Local rules"),
            detail=_("entered, to be put in force"),
            due_on=rule.since,
        )


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:  # noqa: ARG001 -- the law is everybody's
    for honour in found(words)[:limit]:
        address = standard_url(honour.code, honour.recipient[0])
        yield Found(_("Standards"), name_of(honour), address, honour.short_vi)
