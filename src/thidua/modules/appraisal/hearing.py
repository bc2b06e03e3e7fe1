"""News from dossiers: the clock stands still when a file is returned and goes on when it comes again."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.accounts.models import User
from thidua.modules.appraisal import actions
from thidua.modules.appraisal.models import Appraisal, AppraisalState
from thidua.modules.notices.api import News, tell
from thidua.modules.organisations.api import system


def dossier_returned(event: Event) -> None:
    appraisal = Appraisal.objects.filter(dossier=event.subject, state=AppraisalState.OPEN).first()
    if appraisal:
        on = _day(event)
        reason = str(event.facts.get("reason") or "")
        actions.pause(appraisal=appraisal, reason=reason, actor=system(on), on=on)


def dossier_sent(event: Event) -> None:
    appraisal = Appraisal.objects.filter(dossier=event.subject, state=AppraisalState.WAITING).first()
    if appraisal:
        on = _day(event)
        actions.resume(appraisal=appraisal, actor=system(on), on=on)


def _day(event: Event) -> date:
    return date.fromisoformat(event.facts["on"])


def assigned(event: Event) -> None:
    """The specialist is told of the file."""
    row = Appraisal.objects.select_related("organisation", "dossier").get(pk=event.subject)
    now = timezone.now()
    tell(
        actor=system(civil_day(now)),
        now=now,
        news=News(
            _("A dossier has been assigned to you."), reverse("appraisal_show", args=[row.pk]), str(event.id)
        ),
        users=User.objects.filter(pk=event.facts["user"]),
        organisation=row.organisation,
    )
