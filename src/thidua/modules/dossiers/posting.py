"""Whether the list of cultured families hung in the residential group as long as the law asks."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua import law
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.models import CandidateState, Dossier
from thidua.modules.organisations.api import working_calendar
from thidua.modules.rulebook.api import book

HONOUR = "GDVH"


def posting_duty(dossier: Dossier) -> law.Publication | None:
    """None where no household is proposed for the title, or the law of that day asks for none.

    Since 30 January 2024 the head of the group posts it for ten days (NĐ 86/2023/NĐ-CP, Art 7).
    """
    if not dossier.candidates.filter(honour=HONOUR).exclude(state=CandidateState.DROPPED).exists():
        return None
    on = dossier.judged_on or civil_day(dossier.made_at)
    try:
        return law.publication(book(dossier.organisation_id, on), HONOUR, "village", on)
    except Cannot:
        return None


def earliest_end(duty: law.Publication, posted_on: date) -> date:
    """The first day on which it may be taken down; the day of posting itself is not counted."""
    if duty.unit == "working_day":
        return working_calendar().add(posted_on, duty.n)
    return posted_on + timedelta(days=duty.n)


def asked_for(duty: law.Publication) -> str:
    days = (
        ngettext("%(n)s working day", "%(n)s working days", duty.n)
        if duty.unit == "working_day"
        else ngettext("%(n)s day", "%(n)s days", duty.n)
    ) % {"n": duty.n}
    words = _("%(days)s in the residential group (%(cite)s)")
    if duty.confidence is not law.Confidence.TEXT:
        words = _("%(days)s in the residential group (%(cite)s; to be checked in the original text)")
    return words % {"days": days, "cite": duty.cite.label_vi()}
