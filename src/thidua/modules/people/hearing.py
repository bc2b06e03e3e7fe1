"""News of transfers, told to the unit that has to answer, or that waits for the answer."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Transfer, TransferState

ANSWERS = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


def transfer_asked(event: Event) -> None:
    row = _transfer(event)
    words = _("{name} of {source} is to move to your unit: accept or decline.")
    _tell(event, row, row.target, words)


def transfer_answered(event: Event) -> None:
    row = _transfer(event)
    accepted = _("{target} has accepted {name}.")
    declined = _("{target} has declined to take {name}.")
    _tell(event, row, row.source, accepted if row.state == TransferState.ACCEPTED else declined)


def _transfer(event: Event) -> Transfer:
    return Transfer.objects.select_related("person", "source", "target").get(pk=event.subject)


def _tell(event: Event, row: Transfer, unit: Organisation, words: Any) -> None:
    now = timezone.now()
    text = format_lazy(words, name=row.person.name, source=row.source.name, target=row.target.name)
    news = News(text, reverse("people_show", args=[row.person_id]), f"{event.name}/{row.pk}")
    tell_roles(actor=None, now=now, news=news, organisation=unit, roles=ANSWERS, on=civil_day(now))
