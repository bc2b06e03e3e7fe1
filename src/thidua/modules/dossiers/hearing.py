"""News of dossiers, told to those who have to act or who wait for it."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import acting
from thidua.foundation.events import Event
from thidua.modules.dossiers.actions.nominate import note_commendation
from thidua.modules.dossiers.copies import archive
from thidua.modules.dossiers.models import AchievementReport, Dossier
from thidua.modules.notices.api import News, tell
from thidua.modules.organisations.api import Role, holders, system
from thidua.modules.organisations.models import Organisation

UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


def handed_to_head(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, [Role.UNIT_HEAD], _("waits for your approval"))


def handed_back(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, [Role.UNIT_OFFICER], _("comes back to you from the head"))


def sent(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.receiver, [Role.SPECIALIST], _("has been sent to you"))


def archived(event: Event) -> None:
    """The reports of what was sent are kept to be compared with; a supplement replaces its print."""
    with acting(None, action="dossiers.archive_reports"):
        reports = AchievementReport.objects.filter(candidate__dossier=event.subject)
        archive(reports.select_related("candidate").order_by("pk"))


def returned(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, UNIT, _("is returned for supplements"))


def refused(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, UNIT, _("is refused: the reason stands in the dossier"))


def withdrawn(event: Event) -> None:
    dossier = _dossier(event)
    if dossier.sent_on:
        _tell(event, dossier, dossier.receiver, [Role.SPECIALIST], _("has been withdrawn by the unit"))


def appraised(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, UNIT, _("has been appraised"))


def decided(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, UNIT, _("has been decided"))
    now = timezone.now()
    on = date.fromisoformat(event.facts["on"])
    note_commendation(dossier=dossier, actor=system(on), on=on, now=now)


def forwarded(event: Event) -> None:
    dossier = _dossier(event)
    _tell(event, dossier, dossier.organisation, UNIT, _("has been submitted to the higher level"))


def _dossier(event: Event) -> Dossier:
    return Dossier.objects.select_related("organisation", "receiver", "exemplar").get(pk=event.subject)


def _tell(
    event: Event, dossier: Dossier, organisation: Organisation, roles: Iterable[str], what: str | Promise
) -> None:
    on = date.fromisoformat(event.facts["on"])
    tell(
        actor=system(on),
        now=timezone.now(),
        news=News(
            text=format_lazy("{code} {what}: {title}", code=dossier.code, what=what, title=dossier.title),
            url=reverse("dossiers_show", args=[dossier.pk]),
            effect=f"{event.name}/{event.id}",
        ),
        users=holders(organisation.pk, roles, on),
        organisation=organisation,
    )
