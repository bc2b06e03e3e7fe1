"""News of a cluster's year: members are told when scoring opens and when the result is announced, checkers when there
is something to check, the head when everything is checked.
"""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.clusters.membership import heads_of
from thidua.modules.clusters.models import CardState, ClusterMember, ClusterYear, Scorecard
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, system

UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


def scoring_opened(event: Event) -> None:
    year = _year(event)
    for card in year.cards.select_related("member__organisation"):
        url = reverse("scorecards_show", args=[card.pk])
        _tell(
            event, [card.member], _("The cluster has opened scoring: please score your unit."), url, card.year
        )


def card_sent(event: Event) -> None:
    card = _card(event)
    if card.checker:
        url = reverse("scorecards_show", args=[card.pk])
        _tell(event, [card.checker], _("A member's scores are waiting for your cross-check."), url, card.year)


def card_returned(event: Event) -> None:
    card = _card(event)
    url = reverse("scorecards_show", args=[card.pk])
    _tell(event, [card.member], _("Your scores were returned to be corrected."), url, card.year)


def card_checked(event: Event) -> None:
    """The head is told once, when the last card is checked."""
    year = _card(event).year
    if year.cards.exclude(state__in=[CardState.CHECKED, CardState.EXCUSED]).exists():
        return
    heads = [row.member for row in heads_of(year)]
    url = reverse("cluster_years_show", args=[year.pk])
    _tell(event, heads, _("All members are cross-checked: the summary can begin."), url, year)


def vote_opened(event: Event) -> None:
    year = _year(event)
    members = [card.member for card in year.cards.select_related("member__organisation")]
    url = reverse("cluster_years_vote", args=[year.pk])
    _tell(event, members, _("The vote on the ranking is open."), url, year)


def announced(event: Event) -> None:
    year = _year(event)
    members = [card.member for card in year.cards.select_related("member__organisation")]
    url = reverse("cluster_years_show", args=[year.pk])
    _tell(event, members, _("The result of the cluster has been announced."), url, year)


def _year(event: Event) -> ClusterYear:
    return ClusterYear.objects.select_related("cluster", "period").get(pk=event.subject)


def _card(event: Event) -> Scorecard:
    rows = Scorecard.objects.select_related(
        "year__cluster", "year__period", "member__organisation", "checker__organisation"
    )
    return rows.get(pk=event.subject)


def _tell(event: Event, members: Iterable[ClusterMember], text: Promise, url: str, year: ClusterYear) -> None:
    now = timezone.now()
    on = civil_day(now)
    for member in members:
        if member.organisation:
            news = News(text, url, f"{event.id}/{member.pk}", about=str(year))
            tell_roles(
                actor=system(on), now=now, news=news, organisation=member.organisation, roles=UNIT, on=on
            )
