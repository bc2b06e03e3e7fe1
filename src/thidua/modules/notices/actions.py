"""Telling people: in the application always, by e-mail where there is an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.audit import Author
from thidua.foundation.models import OutgoingMail
from thidua.foundation.permissions import require
from thidua.modules.accounts.models import User
from thidua.modules.notices import policy
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Actor, holders
from thidua.modules.organisations.models import Organisation

MOST_ABOUT = 120


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened; `effect` names it for all time, so that nobody hears it twice.

    `about` stands before the text: the campaign, the cluster. It goes into mail too, so no person is named in it.
    """

    text: str | Promise
    url: str
    effect: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.about[:MOST_ABOUT]}: {self.text}" if self.about else str(self.text)


@action
def tell(
    *, actor: Author | None, now: datetime, news: News, users: Iterable[User], organisation: Organisation
) -> int:
    """Gives how many persons were told for the first time. A lazy text is put in each one's language."""
    n_told = 0
    for user in users:
        with translation.override(user.language):
            n_told += _tell_one(news, user, organisation, now)
    return n_told


def _tell_one(news: News, user: User, organisation: Organisation, now: datetime) -> bool:
    text = str(news)
    _notice, is_new = Notice.objects.get_or_create(
        effect=f"{news.effect}/{user.pk}",
        defaults={
            "user": user,
            "organisation": organisation,
            "text": text[:300],
            "url": news.url,
            "written_at": now,
        },
    )
    if is_new and user.email:
        _write_mail(user, news, text, now)
    return is_new


def _write_mail(user: User, news: News, text: str, now: datetime) -> None:
    lines = [
        _("Dear %s,") % user.full_name,
        text,
        f"{settings.BASE_URL}{news.url}" if news.url else "",
        _("This mail was sent by the system of emulation and commendation; please do not answer it."),
    ]
    OutgoingMail.objects.get_or_create(
        effect=f"{news.effect}/{user.pk}",
        defaults={
            "to": user.email,
            "subject": text[:200],
            "body": "\n\n".join(line for line in lines if line),
            "written_at": now,
        },
    )


@action
def tell_roles(
    *,
    actor: Author | None,
    now: datetime,
    news: News,
    organisation: Organisation,
    roles: Iterable[str],
    on: date,
) -> int:
    """All who act in one of the roles for the organisation on the day."""
    found = holders(organisation.pk, roles, on)
    return tell(actor=actor, now=now, news=news, users=found, organisation=organisation)


@action
def mark_read(*, actor: Actor, now: datetime, notice: Notice) -> None:
    """Only its own reader's look counts."""
    if notice.user_id == actor.user_id and notice.read_at is None:
        notice.read_at = now
        notice.save(update_fields=["read_at"])


@action
def mark_all_read(*, actor: Actor, now: datetime) -> int:
    return Notice.objects.filter(user=actor.user_id, read_at=None).update(read_at=now)


@action
def send_again(*, actor: Actor, mail: OutgoingMail) -> None:
    """A letter that failed too often gets its tries back."""
    require(policy.may_see_mail(actor))
    mail.n_tries, mail.error = 0, ""
    mail.save(update_fields=["n_tries", "error"])
