from django.db.models import QuerySet

from thidua.foundation.models import OutgoingMail
from thidua.foundation.outbox import MOST_TRIES
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Actor


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """A notice is for one person."""
    return Notice.objects.filter(user=actor.user_id).select_related("organisation")


def n_unread(actor: Actor) -> int:
    return visible_to(actor).filter(read_at=None).count()


def unsent_mail() -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.filter(sent_at=None)


def dead_mail() -> QuerySet[OutgoingMail]:
    """What has failed so often that nobody tries any more."""
    return unsent_mail().filter(n_tries__gte=MOST_TRIES)
