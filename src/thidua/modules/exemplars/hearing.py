"""News of tips: those who triage are told; of an accusation only the receivers of complaints."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.exemplars.models import Tip
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, receivers_of, system


def told(event: Event) -> None:
    """The unit's own people; where it has none here, the nearest specialist above."""
    _tell(
        event,
        (Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST),
        _("A good deed was told: please read it."),
    )


def referred(event: Event) -> None:
    _tell(event, (Role.COMPLAINTS,), _("A tip that is no good deed was passed to you."))


def _tell(event: Event, roles: tuple[Role, ...], text: Promise) -> None:
    now = timezone.now()
    on = civil_day(now)
    tip = Tip.objects.select_related("organisation").get(pk=event.subject)
    organisation = receivers_of(tip.organisation_id, roles, on)
    if organisation:
        news = News(text, reverse("tips_show", args=[tip.pk]), str(event.id), about=_where(tip))
        tell_roles(actor=system(on), now=now, news=news, organisation=organisation, roles=roles, on=on)


def _where(tip: Tip) -> str:
    return f"{tip.organisation}, {tip.place}" if tip.place else str(tip.organisation)
