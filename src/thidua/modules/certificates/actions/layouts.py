"""The layouts of a body's blanks, and by how much its printers are off."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.documents.letters import Box
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.certificates import policy
from thidua.modules.certificates.blanks import FIELDS, FIRST, as_json
from thidua.modules.certificates.models import BlankLayout, Printer
from thidua.modules.files.api import store
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

PICTURES = {"image/png", "image/jpeg"}


class CannotLayOut(Cannot):
    """A box lies outside the blank, or its letters make no sense."""


@action
def begin_layout(*, organisation: Organisation, honour: str, name: str, actor: Actor) -> BlankLayout:
    """A layout to start from; everything in it can be moved."""
    require(policy.may_lay_out(actor, organisation.pk))
    row = BlankLayout(
        organisation=organisation,
        honour=honour,
        name=clean(name),
        boxes=as_json(FIRST),
        changed_by_id=actor.user_id,
    )
    try:
        row.full_clean(exclude=["changed_by"])
    except ValidationError as error:
        raise CannotLayOut(" ".join(error.messages)) from error
    row.save()
    return row


@action
def lay_out(
    *, layout: BlankLayout, boxes: Mapping[str, Box], width: float, height: float, version: int, actor: Actor
) -> BlankLayout:
    row = BlankLayout.objects.select_for_update(of=("self",)).get(pk=layout.pk)
    require(policy.may_lay_out(actor, row.organisation_id))
    if row.version != version:
        raise Conflict({"boxes": _("changed by somebody else")}, {"boxes": _("yours")})
    for name, box in boxes.items():
        _refuse(name, box, width, height)
    row.boxes, row.changed_by_id, row.version = as_json(boxes), actor.user_id, version + 1
    row.width, row.height = width, height
    row.save()
    return row


def _refuse(name: str, box: Box, width: float, height: float) -> None:
    label = str(FIELDS[name])
    if box.x + box.width > width or box.y + box.height > height:
        raise CannotLayOut(
            _("“%(field)s” reaches beyond the blank: move it or make it narrower.") % {"field": label}
        )
    if box.smallest > box.points:
        raise CannotLayOut(
            _("“%(field)s”: the smallest letters cannot be larger than the normal ones.") % {"field": label}
        )


@action
def keep_picture(
    *, layout: BlankLayout, content: bytes, name: str, actor: Actor, now: datetime
) -> BlankLayout:
    """A scan of the empty blank; only a picture is looked through to."""
    row = BlankLayout.objects.select_for_update(of=("self",)).get(pk=layout.pk)
    require(policy.may_lay_out(actor, row.organisation_id))
    stored = store(
        content=content, name=name, organisation=row.organisation, subject=f"blank_layout:{row.pk}",
        actor=actor, now=now,
    )  # fmt: skip
    if stored.media_type not in PICTURES:
        raise CannotLayOut(_("Scan the blank as a picture (PNG or JPEG)."), field="picture")
    row.picture = stored
    row.save(update_fields=["picture"])
    return row


@action
def keep_printer(*, printer: Printer, actor: Actor) -> Printer:
    require(policy.may_lay_out(actor, printer.organisation_id))
    printer.name = clean(printer.name)
    printer.full_clean()
    printer.save()
    return printer
