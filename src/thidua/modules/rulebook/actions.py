from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import yaml
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.law.local import Fault, LocalRules, digest_of, faults_of, overlaps, parse, written
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook.books import read
from thidua.modules.rulebook.honours import forget_own_honours
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.places import place_of
from thidua.modules.rulebook.policy import may_confirm, may_edit, may_keep
from thidua.modules.rulebook.states import RULES


class CannotKeepRule(Cannot):
    """The rule has faults, contradicts another, or somebody changed it in between."""


@action
def enter(*, organisation: Organisation, text: str, actor: Actor, now: datetime) -> LocalRule:
    """A new draft. It is kept as it was typed, whatever is wrong in it."""
    require(may_keep(actor, organisation))
    rule = LocalRule(organisation=organisation, entered_by_id=actor.user_id, entered_at=now)
    rule.place = place_of(organisation, actor.on)
    _write(rule, text)
    rule.save()
    return rule


@action
def rewrite(*, rule: LocalRule, text: str, seen: str, actor: Actor) -> LocalRule:
    """Replace the text of a draft, unless somebody else has since `seen`."""
    require(may_edit(actor, rule))
    stored = LocalRule.objects.select_for_update().get(pk=rule.pk)
    require(may_edit(actor, stored))
    if seen_as(stored) != seen:
        sentence = _(
            "Somebody else saved this draft in between. Your text is below: save again to replace theirs."
        )
        raise CannotKeepRule(sentence)
    _write(stored, text)
    stored.save()
    return stored


def seen_as(rule: LocalRule) -> str:
    """What a form remembers of the text it was made from."""
    return digest_of({"text": rule.text})


def _write(rule: LocalRule, text: str) -> None:
    """The columns follow the text, as far as it can be read."""
    rule.text = text
    content = content_of(text)
    told = content.get("instrument") if isinstance(content, Mapping) else None
    known: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    rule.number, rule.name = _words(known.get("number"), 60), _words(known.get("name"), 300)
    rule.since, rule.until = _day(known.get("since")), _day(known.get("until"))
    rule.checked_on, rule.is_example = _day(known.get("checked_on")), known.get("is_example") is True
    if rule.until and rule.since and rule.until <= rule.since:
        rule.until = None
    sound = isinstance(content, Mapping) and not faults_of(content)
    rule.digest = digest_of(content) if sound and isinstance(content, Mapping) else ""


def content_of(text: str) -> object:
    """The data of a text; None where it cannot be read at all."""
    try:
        return parse(text)
    except yaml.YAMLError:
        return None


def _words(value: object, longest: int) -> str:
    return value[:longest] if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


@action
def put_in_force(*, rule: LocalRule, actor: Actor, now: datetime, ends_former: bool = False) -> None:
    """From the day the instrument names: refused while it has faults or contradicts a rule of the place.

    With `ends_former` the rules it would contradict end on that day, as replaced by it.
    """
    require(may_confirm(actor, rule))
    Organisation.objects.select_for_update().get(pk=rule.organisation_id)
    rule.refresh_from_db()
    for former in replaced_by(rule) if ends_former else ():
        former.until = rule.since
        former.save(update_fields=["until"])
        RULES.move(former, "end")
    faults = faults_in_force(rule)
    if faults:
        raise CannotKeepRule("\n".join(str(fault) for fault in faults))
    rule.confirmed_by_id, rule.confirmed_at = actor.user_id, now
    rule.save(update_fields=["confirmed_by", "confirmed_at"])
    RULES.move(rule, "put_in_force")
    transaction.on_commit(forget_own_honours)


def replaced_by(rule: LocalRule) -> list[LocalRule]:
    """Rules in force since an earlier day that settle a point which this draft settles anew."""
    content = content_of(rule.text)
    if rule.state != RuleState.DRAFT or faults_of(content) or rule.since is None:
        return []
    mine = read(rule.text, rule.until)
    standing = LocalRule.objects.filter(
        organisation=rule.organisation_id, state=RuleState.IN_FORCE, since__lt=rule.since
    )
    return [
        former
        for former in standing.order_by("since", "pk")
        if overlaps(mine, read(former.text, former.until))
    ]


@action
def begin_next(*, rule: LocalRule, actor: Actor, now: datetime) -> LocalRule:
    """A draft that says what this rule says; its number and its days are still to be entered."""
    content = content_of(rule.text)
    if not isinstance(content, Mapping):
        raise CannotKeepRule(_("The text of this rule cannot be read."))
    told = {key: value for key, value in content["instrument"].items() if key not in DATED}
    text = written({**content, "instrument": {"number": "", **told}})
    return enter(organisation=rule.organisation, text=text, actor=actor, now=now)


DATED = ("number", "issued", "since", "until", "checked_on", "source", "note")


def faults_in_force(rule: LocalRule, *, ended: Iterable[LocalRule] = ()) -> list[Fault]:
    """What keeps a draft from coming into force: its own faults, its place, and rules that stand.

    `ended` are rules in force that end when it does, so that they are not in its way.
    """
    content = content_of(rule.text)
    faults = faults_of(content)
    if faults or not isinstance(content, Mapping):
        return faults
    place = content["instrument"]["place"]
    if place != rule.place:
        wrong = f"Văn bản này của {rule.organisation}, không phải của «{place}»"
        return [Fault("instrument.place", wrong, f"Ghi {rule.place}")]
    return [
        fault for other in standing(rule, ended) for fault in overlaps(read(rule.text, rule.until), other)
    ]


def standing(rule: LocalRule, ended: Iterable[LocalRule] = ()) -> list[LocalRules]:
    others = LocalRule.objects.filter(organisation=rule.organisation_id).exclude(state=RuleState.DRAFT)
    kept = others.exclude(pk__in=[rule.pk, *(each.pk for each in ended)]).values_list("text", "until")
    return [read(text, until) for text, until in kept]


@action
def end(*, rule: LocalRule, until: date, actor: Actor, reason: str) -> None:
    """The rule no longer stands from this day on; `reason` names what ended it."""
    require(may_confirm(actor, rule))
    if rule.since and until <= rule.since:
        raise CannotKeepRule(_("The last day must come after the first."), field="until")
    rule.until = until
    rule.save(update_fields=["until"])
    RULES.move(rule, "end")


@action
def throw_away(*, rule: LocalRule, actor: Actor) -> None:
    """Only a draft: what has been in force is kept for replays."""
    require(may_edit(actor, rule))
    rule.delete()
