"""A good deed is told: by anybody signed in, or on a unit's public form."""

import secrets
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.exemplars import policy
from thidua.modules.exemplars.drafts import Photo, TipDraft
from thidua.modules.exemplars.models import Tip, TipDoor, TipSource
from thidua.modules.files import api as files
from thidua.modules.organisations.api import Actor, system
from thidua.modules.organisations.models import Organisation

CODE_BYTES = 12
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})


class CannotTell(Cannot):
    """The tip lacks something, or its day cannot be right."""


@action
def tell(
    *, organisation: Organisation, draft: TipDraft, photo: Photo | None = None, actor: Actor, now: datetime
) -> Tip:
    """By somebody signed in, of any unit."""
    require(policy.may_tell(actor))
    return _told(organisation, draft, photo, actor=actor, source=TipSource.INSIDE, now=now)


@action
def tell_publicly(
    *, door: TipDoor, draft: TipDraft, photo: Photo | None = None, actor: Actor | None, now: datetime
) -> Tip:
    """By a visitor on the unit's own form: recorded as nobody."""
    by = actor or system(civil_day(now))
    return _told(door.organisation, draft, photo, actor=by, source=TipSource.PUBLIC, now=now)


def _told(
    organisation: Organisation,
    draft: TipDraft,
    photo: Photo | None,
    *,
    actor: Actor,
    source: str,
    now: datetime,
) -> Tip:
    on = civil_day(now)
    if draft.deed_on > on:
        raise CannotTell(_("The day told cannot lie in the future."), field="deed_on")
    tip = Tip.objects.create(
        organisation=organisation,
        source=source,
        deed=draft.deed.strip(),
        place=clean(draft.place),
        deed_on=draft.deed_on,
        who=clean(draft.who),
        witnesses=clean(draft.witnesses),
        shows_child=draft.shows_child and photo is not None,
        teller_name=clean(draft.teller_name),
        teller_contact=clean(draft.teller_contact),
        told_on=on,
        told_by_id=actor.user_id,
        told_at=now,
        search=fold(f"{draft.who} {draft.place} {draft.deed} {organisation.name}"),
    )
    if photo:
        tip.photo = files.store(
            content=photo.content,
            name=photo.name,
            organisation=organisation,
            subject=f"tip:{tip.pk}",
            actor=actor,
            now=now,
        )
        if tip.photo.media_type not in PICTURES:
            raise CannotTell(_("Send a photo (JPEG, PNG or WebP)."), field="photo")
        tip.save(update_fields=["photo"])
    events.publish("exemplars.told", tip.pk)
    return tip


@action
def open_door(*, organisation: Organisation, actor: Actor, now: datetime) -> TipDoor:
    """Give the unit's public form an address, or a new one: the posters with the old code lead nowhere then."""
    require(policy.may_triage(actor, organisation.pk))
    door, _made = TipDoor.objects.update_or_create(
        organisation=organisation, defaults={"code": secrets.token_urlsafe(CODE_BYTES), "made_at": now}
    )
    return door
