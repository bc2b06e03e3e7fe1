"""News of consultations: who is to answer is told, the desk when an answer or a remark has come."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.consultations.models import Consultation, Remark
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, system
from thidua.modules.organisations.models import Organisation


def asked(event: Event) -> None:
    row = Consultation.objects.select_related("body").get(pk=event.subject)
    if row.body:
        _tell(event, row, row.body, Role.CONSULTED, _("Your opinion on a dossier is asked for."))


def answered(event: Event) -> None:
    row = Consultation.objects.select_related("organisation").get(pk=event.subject)
    _tell(event, row, row.organisation, Role.SPECIALIST, _("An opinion that you asked for has come."))


def remarked(event: Event) -> None:
    row = Remark.objects.select_related("showing__organisation").get(pk=event.subject)
    text = _("A remark on candidates shown to the public has come.")
    _send(event, reverse("remarks_show", args=[row.pk]), row.showing.organisation, Role.SPECIALIST, text)


def _tell(event: Event, row: Consultation, organisation: Organisation, role: Role, text: object) -> None:
    _send(event, reverse("consultations_show", args=[row.pk]), organisation, role, text)


def _send(event: Event, url: str, organisation: Organisation, role: Role, text: object) -> None:
    now = timezone.now()
    on = civil_day(now)
    news = News(text, url, str(event.id))  # type: ignore[arg-type]
    tell_roles(actor=system(on), now=now, news=news, organisation=organisation, roles=[role], on=on)
