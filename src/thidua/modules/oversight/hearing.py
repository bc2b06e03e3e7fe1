"""News of signs and shortcomings, to those whose word is next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.consultations.models import Remark
from thidua.modules.exemplars.models import Tip
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import receivers_of, system
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.actions.complaints import receive_from_showing, receive_from_tip
from thidua.modules.oversight.models import Inspection, Shortcoming, Signal
from thidua.modules.oversight.states import LEADER, OFFICER, RECEIVER, UNIT

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def _signal(event: Event) -> Signal:
    return Signal.objects.select_related("organisation", "body").get(pk=event.subject)


def asked(event: Event) -> None:
    row = _signal(event)
    roles = OFFICER if row.organisation_id == row.body_id else UNIT
    _tell(event, row.organisation, roles, _("Your unit is asked to explain: {what}."), row.label, _page(row))


def explained(event: Event) -> None:
    row = _signal(event)
    _tell(event, row.body, OFFICER, _("A unit has explained: {what}."), row.label, _page(row))


def submitted(event: Event) -> None:
    row = _signal(event)
    _tell(event, row.body, LEADER, _("A sign waits for your conclusion: {what}."), row.label, _page(row))


def noted(event: Event) -> None:
    row = _shortcoming(event)
    _tell(event, row.owner, UNIT, _("A shortcoming is to be remedied: {what}."), row.title, _page(row))


def reported(event: Event) -> None:
    row = _shortcoming(event)
    _tell(event, row.body, OFFICER, _("Reported as remedied: {what}."), row.title, _page(row))


def handed_back(event: Event) -> None:
    row = _shortcoming(event)
    _tell(event, row.owner, UNIT, _("Not remedied yet: {what}."), row.title, _page(row))


def inspected(event: Event) -> None:
    """The unit is told that it is inspected, and what was concluded."""
    row = Inspection.objects.select_related("organisation").get(pk=event.subject)
    text = _("An inspection of your unit: {what}.")
    if event.name.endswith("conclude"):
        text = _("The inspection of your unit was concluded: {what}.")
    url = reverse("inspections_show", args=[row.pk])
    _tell(event, row.organisation, UNIT, text, row.title, url)


def complained(event: Event) -> None:
    """It stands in the letter book from now on; only the receivers of complaints learn of it."""
    remark = Remark.objects.select_related("showing__organisation", "about__candidate").get(pk=event.subject)
    now = timezone.now()
    row = receive_from_showing(remark=remark, on=civil_day(now), now=now, actor=None)
    text = _("A complaint about candidates shown to the public has come: {what}.")
    _tell(event, row.organisation, RECEIVER, text, row.code, reverse("complaints_show", args=[row.pk]))


def accused(event: Event) -> None:
    """Told as a good deed, it accuses somebody: it stands in the letter book of the body that receives letters."""
    now = timezone.now()
    on = civil_day(now)
    tip = Tip.objects.select_related("organisation", "told_by").get(pk=event.subject)
    body = receivers_of(tip.organisation_id, RECEIVER, on)
    if body is None:
        return
    row = receive_from_tip(tip=tip, organisation=body, on=on, now=now, actor=None)
    text = _("Something told as a good deed accuses somebody, and stands in the letter book: {what}.")
    _tell(event, body, RECEIVER, text, row.code, reverse("complaints_show", args=[row.pk]))


def _shortcoming(event: Event) -> Shortcoming:
    return Shortcoming.objects.select_related("owner", "body").get(pk=event.subject)


def _page(row: Signal | Shortcoming) -> str:
    name = "signals_show" if isinstance(row, Signal) else "shortcomings_show"
    return reverse(name, args=[row.pk])


def _tell(  # noqa: PLR0917
    event: Event,
    where: Organisation,
    roles: Iterable[str],
    text: "str | _StrPromise",
    what: str,
    url: str,
) -> None:
    now = timezone.now()
    on = civil_day(now)
    news = News(format_lazy(text, what=what), url, f"{event.name}/{event.id}")
    tell_roles(actor=system(on), now=now, news=news, organisation=where, roles=list(roles), on=on)
