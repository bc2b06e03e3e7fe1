"""News of campaigns: the units that one has reached are told."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.campaigns.models import Campaign
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, system

TOLD = (Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST)


def launched(event: Event) -> None:
    now = timezone.now()
    on = civil_day(now)
    campaign = Campaign.objects.get(pk=event.subject)
    text = _("A campaign was launched above: please read it and make your unit's own plan.")
    for unit in campaign.units.select_related("organisation"):
        news = News(text, reverse("campaigns_show", args=[campaign.pk]), f"{event.id}/{unit.organisation_id}")
        tell_roles(actor=system(on), now=now, news=news, organisation=unit.organisation, roles=TOLD, on=on)
