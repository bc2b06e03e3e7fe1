"""Sending what stands in the outbox: each letter once, a few tries, then it waits for an administrator."""

import logging
from collections.abc import Callable
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from thidua.foundation.models import OutgoingMail

MOST_TRIES = 5
BATCH = 50
log = logging.getLogger(__name__)


def send_batch(clock: Callable[[], datetime]) -> int:
    """Gives how many were sent. Two workers never take the same letter."""
    n_sent = 0
    waiting = OutgoingMail.objects.filter(sent_at=None, n_tries__lt=MOST_TRIES)
    for pk in waiting.order_by("n_tries", "id").values_list("pk", flat=True)[:BATCH]:
        n_sent += _send_one(pk, clock)
    return n_sent


def _send_one(pk: int, clock: Callable[[], datetime]) -> bool:
    """Locked while it leaves. A crash right after leaves the row unsent: the same Message-ID lets a mailbox drop the second."""
    with transaction.atomic():
        mail = OutgoingMail.objects.select_for_update(skip_locked=True).filter(pk=pk, sent_at=None).first()
        if mail is None:
            return False
        mail.n_tries += 1
        try:
            _message(mail).send()
        except (SMTPException, OSError) as failure:
            log.warning("Mail %s was not sent: %s", pk, failure)
            mail.error = str(failure)[:500]
        else:
            mail.sent_at, mail.error = clock(), ""
        mail.save(update_fields=["n_tries", "sent_at", "error"])
        return mail.sent_at is not None


def _message(mail: OutgoingMail) -> EmailMessage:
    host = settings.DEFAULT_FROM_EMAIL.partition("@")[2].rstrip(">")
    message = EmailMessage(
        mail.subject, mail.body, to=[mail.to], headers={"Message-ID": f"<thidua.{mail.pk}@{host}>"}
    )
    if mail.calendar:
        message.attach("moi.ics", mail.calendar, "text/calendar")
    return message
