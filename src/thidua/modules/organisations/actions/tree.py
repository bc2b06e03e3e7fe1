"""The tree: a unit is made, gets another name or another place. What was before stays in its periods."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold, sort_key
from thidua.modules.organisations import policy
from thidua.modules.organisations.actor import Actor, in_force
from thidua.modules.organisations.closure import descendants_ever, rebuild_closure
from thidua.modules.organisations.models import Closure, Kind, Organisation, OrganisationPeriod, YearKind


class CannotCreate(Cannot):
    """The organisation cannot be made."""


class CannotChangeTree(Cannot):
    """The organisation cannot change so on that day."""


@action
def create(
    *,
    actor: Actor,
    on: date,
    name: str,
    kind: str,
    parent: Organisation | None,
    code: str = "",
    short_name: str = "",
    year_kind: str = "",
    has_legal_personality: bool = True,
) -> Organisation:
    """A new organisation, from the day `on`."""
    require(policy.may_administer(actor, [parent.pk if parent else None]))
    name, code = clean(name), clean(code) or _free_code(parent)
    _refuse_bad_place(name, code, parent, on)
    made = Organisation.objects.create(
        code=code,
        name=name,
        short_name=clean(short_name),
        kind=kind,
        parent=parent,
        year_kind=year_kind or usual_year(kind),
        has_legal_personality=has_legal_personality,
        since=on,
        search=searched(name, short_name, code),
        sort=sort_key(name),
    )
    OrganisationPeriod.objects.create(
        organisation=made, name=name, kind=kind, code=code, parent=parent, since=on
    )
    rebuild_closure([made.pk])
    return made


def _refuse_bad_place(name: str, code: str, parent: Organisation | None, on: date) -> None:
    if Organisation.objects.filter(code=code).exists():
        sentence = _("The code %(code)s belongs to another organisation. Choose another code.")
        raise CannotCreate(sentence % {"code": code}, field="code")
    if parent and not parent.periods.filter(in_force(on)).exists():
        sentence = _("%(parent)s does not exist on that day. Choose another day or another place.")
        raise CannotCreate(sentence % {"parent": parent.name}, field="since")
    if parent and parent.children.filter(name=name, until=None).exists():
        sentence = _("%(parent)s already has a unit of this name.")
        raise CannotCreate(sentence % {"parent": parent.name}, field="name")


def _free_code(parent: Organisation | None) -> str:
    """The next number after the parent's code."""
    stem = f"{parent.code}." if parent else ""
    taken = set(Organisation.objects.filter(code__startswith=stem).values_list("code", flat=True))
    n = len(taken) + 1
    while f"{stem}{n:02}" in taken:
        n += 1
    return f"{stem}{n:02}"


def usual_year(kind: str) -> str:
    return YearKind.SCHOOL if kind == Kind.SCHOOL else YearKind.CALENDAR


def searched(*texts: str) -> str:
    return fold(" ".join(text for text in texts if text))


@action
def describe(
    *, actor: Actor, organisation: Organisation, short_name: str, year_kind: str, has_legal_personality: bool
) -> None:
    """What has no past of its own: short name, how it is evaluated, legal personality."""
    require(policy.may_administer(actor, [organisation.pk]))
    organisation.short_name = clean(short_name)
    organisation.year_kind = year_kind
    organisation.has_legal_personality = has_legal_personality
    organisation.search = searched(organisation.name, short_name, organisation.code)
    organisation.save()


@action
def rename(*, actor: Actor, on: date, organisation: Organisation, name: str, reason: str = "") -> None:
    """Another name from the day `on`; `reason` is the paper it rests on."""
    require(policy.may_administer(actor, [organisation.pk]))
    name = clean(name)
    turn_over(organisation, actor=actor, on=on, name=name)
    organisation.name = name
    organisation.search = searched(name, organisation.short_name, organisation.code)
    organisation.sort = sort_key(name)
    organisation.save()


@action
def move(
    *, actor: Actor, on: date, organisation: Organisation, parent: Organisation, reason: str = ""
) -> None:
    """Another place in the tree from the day `on`."""
    require(policy.may_administer(actor, [organisation.pk, parent.pk]))
    below = Closure.objects.filter(in_force(on), ancestor=organisation, descendant=parent)
    if below.exists():
        sentence = _("%(parent)s is %(name)s itself or stands under it.")
        raise CannotChangeTree(sentence % {"parent": parent.name, "name": organisation.name}, field="parent")
    if not parent.periods.filter(in_force(on)).exists():
        sentence = _("%(parent)s does not exist on that day. Choose another day or another place.")
        raise CannotChangeTree(sentence % {"parent": parent.name}, field="since")
    turn_over(organisation, actor=actor, on=on, parent_id=parent.pk)
    organisation.parent = parent
    organisation.save()
    rebuild_closure(descendants_ever([organisation.pk]))


def turn_over(organisation: Organisation, *, actor: Actor, on: date, **changes: Any) -> None:
    """End the last period and begin one with the changes; on its own first day the period is corrected."""
    last = organisation.periods.latest("since")
    refuse_bad_day(organisation, last, actor, on)
    values = {"name": last.name, "kind": last.kind, "code": last.code, "parent_id": last.parent_id} | changes
    if on == last.since:
        OrganisationPeriod.objects.filter(pk=last.pk).update(**values)
        return
    last.until = on
    last.save()
    OrganisationPeriod.objects.create(organisation=organisation, since=on, **values)


def refuse_bad_day(organisation: Organisation, last: OrganisationPeriod, actor: Actor, on: date) -> None:
    facts = {"name": organisation.name, "day": date_format(last.since, "SHORT_DATE_FORMAT")}
    if organisation.until is not None:
        raise CannotChangeTree(_("%(name)s has ended: its past is not changed.") % facts)
    if on > actor.on:
        raise CannotChangeTree(_("Enter the change on its day or later, not before."), field="since")
    if on < last.since:
        raise CannotChangeTree(
            _("The present name and place of %(name)s hold since %(day)s. Choose that day or a later one.")
            % facts,
            field="since",
        )
