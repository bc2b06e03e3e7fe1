"""News from dossiers: the clock stands still when a file is returned and goes on when it comes again."""

from datetime import date

from thidua.foundation.events import Event
from thidua.modules.appraisal import actions
from thidua.modules.appraisal.models import Appraisal, AppraisalState
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
