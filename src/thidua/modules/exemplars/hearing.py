"""News of tips: those who triage are told."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.exemplars.models import Tip
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, receivers_of, system

TRIAGE = (Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST)
TOLD = _("A good deed was told: please read it.")


def told(event: Event) -> None:
    """The unit's own people; where it has none here, the nearest specialist above."""
    now = timezone.now()
    on = civil_day(now)
    tip = Tip.objects.select_related("organisation").get(pk=event.subject)
    organisation = receivers_of(tip.organisation_id, TRIAGE, on)
    if organisation:
        news = News(TOLD, reverse("tips_show", args=[tip.pk]), str(event.id), about=_where(tip))
        tell_roles(actor=system(on), now=now, news=news, organisation=organisation, roles=TRIAGE, on=on)


def _where(tip: Tip) -> str:
    return f"{tip.organisation}, {tip.place}" if tip.place else str(tip.organisation)
