"""News of campaigns and registrations: units are told what reached them and what was answered."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.campaigns.models import Campaign, Registration
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, system
from thidua.modules.organisations.models import Organisation

TOLD = (Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST)


def launched(event: Event) -> None:
    _to_the_units(event, _("A campaign was launched above: please read it and make your unit's own plan."))


def amended(event: Event) -> None:
    _to_the_units(event, _("The plan of a campaign was amended above: please see whether your unit follows."))


def _to_the_units(event: Event, text: str | Promise) -> None:
    now = timezone.now()
    on = civil_day(now)
    campaign = Campaign.objects.get(pk=event.subject)
    for unit in campaign.units.select_related("organisation"):
        url, effect = reverse("campaigns_show", args=[campaign.pk]), f"{event.id}/{unit.organisation_id}"
        news = News(text, url, effect, about=campaign.name)
        tell_roles(actor=system(on), now=now, news=news, organisation=unit.organisation, roles=TOLD, on=on)


def registration_sent(event: Event) -> None:
    """Those who answer registrations of the launching body."""
    row = _registration(event)
    _tell(
        event,
        row,
        row.campaign.organisation,
        (Role.SPECIALIST, Role.UNIT_HEAD),
        _("A unit has registered for a campaign."),
    )


def registration_approved(event: Event) -> None:
    row = _registration(event)
    _tell(event, row, row.organisation, TOLD, _("Your unit's registration for a campaign was approved."))


def registration_refused(event: Event) -> None:
    row = _registration(event)
    text = _("Your unit's registration for a campaign was refused: please read the reason.")
    _tell(event, row, row.organisation, TOLD, text)


def _registration(event: Event) -> Registration:
    rows = Registration.objects.select_related("organisation", "campaign__organisation")
    return rows.get(pk=event.subject)


def _tell(
    event: Event, row: Registration, organisation: Organisation, roles: tuple[Role, ...], text: Promise
) -> None:
    now = timezone.now()
    on = civil_day(now)
    url = reverse("registrations_show", args=[row.pk])
    news = News(text, url, str(event.id), about=row.campaign.name)
    tell_roles(actor=system(on), now=now, news=news, organisation=organisation, roles=roles, on=on)
