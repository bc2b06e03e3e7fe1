from django.utils.translation import gettext as _

from thidua.foundation import slots
from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor, may_set_common_things


def may_trust(actor: Actor) -> Answer:
    """Trust holds for the whole installation."""
    return may_set_common_things(actor)


def may_read(actor: Actor, stored: StoredFile) -> Answer:
    """Who the file's subject says (slot "files.may_read"); where nobody says, who covers its owner."""
    said = [offer(actor, stored) for offer in slots.providers("files.may_read")]
    answers = [answer for answer in said if answer is not None]
    if any(answers) if answers else actor.covers(stored.organisation_id):
        return ALLOWED
    return refused(_("This file belongs to another organisation."))
