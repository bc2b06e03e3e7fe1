"""News of roles, told to whom they concern."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.modules.notices.actions import News, tell
from thidua.modules.organisations.models import Grant
from thidua.modules.organisations.roles import Role


def role_given(event: Event) -> None:
    """A grant taken back before the news went round is no news."""
    grant = Grant.objects.select_related("user", "organisation").filter(pk=event.subject).first()
    if grant:
        words = _("You have the role “{role}” in {place} from {day}.")
        _tell(event, grant, format_lazy(words, **_facts(grant)))


def handed_over(event: Event) -> None:
    grant = Grant.objects.select_related("user", "organisation").filter(pk=event.subject).first()
    if grant:
        words = _("The role “{role}” in {place} is handed over to you from {day}.")
        _tell(event, grant, format_lazy(words, **_facts(grant)))


def _facts(grant: Grant) -> dict[str, object]:
    return {
        "role": Role(grant.role).label,
        "place": grant.organisation.name,
        "day": date_format(grant.since, "SHORT_DATE_FORMAT"),
    }


def _tell(event: Event, grant: Grant, text: Promise) -> None:
    news = News(text, reverse("roles_mine"), f"{event.name}/{grant.pk}")
    tell(actor=None, now=timezone.now(), news=news, users=[grant.user], organisation=grant.organisation)
