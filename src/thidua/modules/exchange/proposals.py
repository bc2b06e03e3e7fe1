"""What a system sent becomes a draft of the unit: found by name in the unit's records, once for each key."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Any

import pghistory
from django.db.models import Q
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.actions import action
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.api import DossierDraft, Recipient
from thidua.modules.dossiers.models import Dossier
from thidua.modules.exchange.models import Proposal, Token
from thidua.modules.exchange.tokens import proposer
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Actor, Role, in_force, receivers_of, visible_to
from thidua.modules.organisations.models import Closure, Organisation, Period
from thidua.modules.people.models import Collective, Household, Person
from thidua.modules.register.models import Ground

Sent = Mapping[str, Any]
HEARERS = (Role.UNIT_OFFICER, Role.UNIT_HEAD)
COME_IN = gettext_lazy(
    "{system} sent in a draft dossier, {code}: look through it, change what is wrong, and send it."
)


class KeyUsedOtherwise(Cannot):
    """The key belongs to another content."""


class UnitUnknown(Cannot):
    """No such unit within the token's reach, or nobody above it receives dossiers."""


class NobodyBySuchName(Cannot):
    """Of some candidates it is not clear who they are: `errors` by field."""

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__(errors[0][1], field=errors[0][0])
        self.errors = errors


def propose(
    *, token: Token, key: str, sent: Sent, actor: Actor, on: date, now: datetime
) -> tuple[Proposal, bool]:
    """The draft, and whether it is new. The history says with which token."""
    with pghistory.context(token=token.pk):
        return _propose(
            token=token, key=key, sent=sent, actor=actor, on=on, now=now, reason=token.system_name
        )


@action
def _propose(
    *,
    token: Token,
    key: str,
    sent: Sent,
    actor: Actor,
    on: date,
    now: datetime,
    reason: str,  # noqa: ARG001 -- read by @action
) -> tuple[Proposal, bool]:
    Token.objects.select_for_update(of=("self",)).get(pk=token.pk)  # one call of a token after the other
    digest = hashlib.sha256(json.dumps(sent, sort_keys=True).encode()).hexdigest()
    known = Proposal.objects.filter(token=token, key=key).select_related("dossier__organisation").first()
    if known is not None:
        if known.digest != digest:
            raise KeyUsedOtherwise(_("Take a new Idempotency-Key for another content."))
        return known, False
    unit = visible_to(actor).filter(in_force(on), pk=sent["unit"]).first()
    if unit is None:
        raise UnitUnknown(_("There is no such unit for this token."))
    dossier = _draft(token, unit, sent, on, now)
    row = Proposal.objects.create(token=token, key=key, digest=digest, dossier=dossier, made_at=now)
    _tell(row, unit, on, now)
    return row, True


def _draft(token: Token, unit: Organisation, sent: Sent, on: date, now: datetime) -> Dossier:
    receiver = receivers_of(unit.pk, [Role.SPECIALIST], on)
    if receiver is None:
        raise UnitUnknown(_("Nobody above this unit receives dossiers yet."))
    recipients = _recipients(unit, sent["candidates"])
    officer = proposer(token, unit, on)
    dossier = dossiers.create(
        organisation=unit, receiver=receiver, draft=_head(unit, sent), actor=officer, on=on, now=now
    )
    for place, (one, recipient) in enumerate(zip(sent["candidates"], recipients, strict=True)):
        try:
            dossiers.add(
                dossier=dossier,
                recipients=[recipient],
                honours=one["honours"],
                achievement=clean(one["achievement"]),
                actor=officer,
                now=now,
            )
        except Cannot as refusal:
            # Whatever the dossier says of one candidate is about what he is proposed for.
            raise NobodyBySuchName([(f"candidates[{place}].honours", str(refusal))]) from None
    return dossier


def _head(unit: Organisation, sent: Sent) -> DossierDraft:
    year = sent["year"]
    period = Period.objects.filter(kind=unit.year_kind, year=year).order_by("id").first() if year else None
    return DossierDraft(
        title=sent["title"],
        period=None if sent["ground"] == Ground.SUDDEN else period,
        ground=sent["ground"],
        deed_on=date.fromisoformat(sent["deed_on"]) if sent["deed_on"] else None,
        deed_place=clean(sent["deed_place"]),
        confirmed_by=clean(sent["confirmed_by"]),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    pk: int
    name: str
    born_on: date | None


def _recipients(unit: Organisation, candidates: Sequence[Sent]) -> list[Recipient]:
    """Each as the one of the unit's records who bears the name. Raises NobodyBySuchName with all that are not clear."""
    known = {kind: _known(unit, kind, candidates) for kind in ("person", "collective", "household")}
    found: list[Recipient] = []
    errors: list[tuple[str, str]] = []
    for place, one in enumerate(candidates):
        rows = known[one["kind"]].get(fold(one["name"]), [])
        if one["born_on"] and one["kind"] == "person":
            rows = [row for row in rows if row.born_on and row.born_on.isoformat() == one["born_on"]]
        if len(rows) == 1:
            found.append(Recipient(kind=one["kind"], pk=rows[0].pk))
        else:
            errors.append((f"candidates[{place}].name", _unclear(one, rows)))
    if errors:
        raise NobodyBySuchName(errors)
    return found


def _unclear(one: Sent, rows: Sequence[_Known]) -> str:
    if rows:
        return _("Several in the unit bear this name: give the day of birth, or enter it on screen.")
    return _("“%(name)s” is not in the records of the unit.") % {"name": clean(one["name"])}


def _known(unit: Organisation, kind: str, candidates: Iterable[Sent]) -> dict[str, list[_Known]]:
    """By folded name, in one query."""
    names = {fold(one["name"]) for one in candidates if one["kind"] == kind}
    found: dict[str, list[_Known]] = {}
    if not names:
        return found
    below = Closure.objects.filter(ancestor=unit.pk, until__isnull=True).values("descendant")
    wanted = reduce(lambda one, other: one | other, (Q(search__contains=name) for name in names))
    for row in _rows(kind, wanted & Q(organisation__in=below)):
        found.setdefault(fold(row.name), []).append(row)
    return found


def _rows(kind: str, wanted: Q) -> list[_Known]:
    if kind == "person":
        people = Person.objects.filter(wanted, merged_into__isnull=True, died_on__isnull=True)
        return [_Known(*row) for row in people.values_list("pk", "name", "born_on")]
    if kind == "collective":
        collectives = Collective.objects.filter(wanted, dissolved_on__isnull=True)
        return [_Known(pk, name, None) for pk, name in collectives.values_list("pk", "name")]
    households = Household.objects.filter(wanted).values_list("pk", "head_name")
    return [_Known(pk, name, None) for pk, name in households]


def _tell(row: Proposal, unit: Organisation, on: date, now: datetime) -> None:
    news = News(
        text=format_lazy(COME_IN, system=row.token.system_name, code=row.dossier.code),
        url=reverse("dossiers_show", args=[row.dossier_id]),
        effect=f"exchange.proposal/{row.pk}",
    )
    tell_roles(actor=None, now=now, news=news, organisation=unit, roles=HEARERS, on=on)
