"""The list of households was posted in the residential group: where, from when to when, what neighbours said."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers.actions.draft import touch
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import PostingDraft
from thidua.modules.dossiers.models import Dossier, ListPosting
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.posting import asked_for, earliest_end, posting_duty
from thidua.modules.organisations.api import Actor


class CannotPost(Cannot):
    """The days contradict each other, or are fewer than the law asks for."""


@action
def post_list(*, dossier: Dossier, draft: PostingDraft, actor: Actor, on: date, now: datetime) -> ListPosting:
    """Entered, or corrected, once it has been taken down."""
    held = locked(dossier)
    require(may_edit(actor, held))
    _refuse_days(held, draft, on)
    values = {
        "place": clean(draft.place),
        "posted_on": draft.posted_on,
        "taken_down_on": draft.taken_down_on,
        "remarks": draft.remarks.strip(),
    }
    posting, _made = ListPosting.objects.update_or_create(dossier=held, defaults=values)
    touch(held, now)
    return posting


def _refuse_days(dossier: Dossier, draft: PostingDraft, on: date) -> None:
    if draft.taken_down_on > on:
        raise CannotPost(_("This day is still to come."), field="taken_down_on")
    if draft.taken_down_on < draft.posted_on:
        raise CannotPost(_("It was taken down after it was posted."), field="taken_down_on")
    duty = posting_duty(dossier)
    if duty and draft.taken_down_on < (end := earliest_end(duty, draft.posted_on)):
        text = _("Posted on %(from)s it hangs until %(day)s at least: %(why)s.")
        said = {"from": f"{draft.posted_on:%d/%m/%Y}", "day": f"{end:%d/%m/%Y}", "why": asked_for(duty)}
        raise CannotPost(text % said, field="taken_down_on")
