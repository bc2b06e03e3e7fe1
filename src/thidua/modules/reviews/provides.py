"""What reviews offer to a campaign's page and to those who read papers."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.modules.campaigns.api import Panel
from thidua.modules.campaigns.models import Campaign
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.reviews import policy, queries


def campaign_panels(actor: Actor, campaign: Campaign) -> Iterator[Panel]:
    for row in queries.visible_to(actor).filter(campaign=campaign).order_by("until", "pk"):
        yield Panel(str(row.get_kind_display()).capitalize(), _page(row.pk), str(row.get_state_display()))
    if campaign.launched_on and policy.may_write(actor, campaign.organisation_id):
        url = f"{reverse('reviews_begin')}?phong-trao={campaign.pk}"
        yield Panel(_("Draw up a review"), url, _("from indicators, models, exemplars and awards"))


def _page(pk: int) -> str:
    return reverse("reviews_show", args=[pk])


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    kind, _colon, key = paper.subject.partition(":")
    if kind != "review" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()
