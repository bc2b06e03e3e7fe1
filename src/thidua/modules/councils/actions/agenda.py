"""The agenda: candidates of appraised dossiers in the order of the chain, shares, who does not vote."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import Refused, require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.councils import policy, recusal
from thidua.modules.councils.chain import Proposal, dependencies, in_order
from thidua.modules.councils.models import AgendaItem, Sitting
from thidua.modules.councils.queries import dossiers_ready
from thidua.modules.councils.shares import Share, share_of
from thidua.modules.councils.thresholds import Threshold, by_law
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState
from thidua.modules.organisations.api import Actor


class CannotPut(Cannot):
    """The dossier is not ready for a council, or not for this one."""


class CannotSetShare(Cannot):
    """A share has a rule behind it."""


@action
def put_dossier(
    *, sitting: Sitting, dossier: Dossier, actor: Actor, on: date, now: datetime
) -> list[AgendaItem]:
    """Put all agreed candidates of a dossier on the agenda; the dossier is then before the council."""
    require(policy.may_arrange(actor, sitting))
    if not dossiers_ready(actor, sitting).filter(pk=dossier.pk).exists():
        raise CannotPut(_("This dossier has no appraised candidates that wait for a council of this body."))
    if dossier.state == DossierState.APPRAISED:
        dossiers.move(actor=actor, dossier=dossier, step="to_council", on=on, now=now)
    waiting = dossier.candidates.filter(state=CandidateState.AGREED, agenda_item__isnull=True)
    items = [_item(sitting, candidate) for candidate in waiting.order_by("place", "id")]
    _arrange(sitting)
    return items


@action
def take_off(*, item: AgendaItem, actor: Actor) -> None:
    """Off this agenda; the candidate may come before another sitting."""
    require(policy.may_arrange(actor, item.sitting))
    sitting = item.sitting
    item.delete()
    _arrange(sitting)


@action
def set_share(*, sitting: Sitting, honour: str, share: Share, basis: str, actor: Actor) -> None:
    """Where the law sets no share: for all items of one honour, with the rule that sets it."""
    require(policy.may_arrange(actor, sitting))
    if not clean(basis):
        raise CannotSetShare(_("Name the rule that sets the share of votes."), field="basis")
    found = by_law(honour, sitting.held_on, sitting.organisation)
    if found and not found.is_local:
        raise Refused(_("The law sets the share of votes for this honour: it cannot be typed."))
    sitting.items.filter(candidate__honour=honour).update(
        share_numerator=share.numerator,
        share_denominator=share.denominator,
        share_is_over=share.is_over,
        share_basis=clean(basis),
    )


@action
def confirm_recusals(
    *, sitting: Sitting, by_item: Mapping[int, Iterable[int]], basis: str, actor: Actor
) -> None:
    """Who does not vote on which item, by the local rule named. They still count in the denominator."""
    require(policy.may_arrange(actor, sitting))
    seats = set(sitting.attendance.values_list("member", flat=True))
    chosen = {item: seats & set(members) for item, members in by_item.items()}
    if any(chosen.values()) and not clean(basis):
        raise CannotPut(_("Name the rule by which these members do not vote."), field="basis")
    for item in sitting.items.all():
        item.recused.set(chosen.get(item.pk, set()))
    sitting.recusal_basis, sitting.recusals_confirmed = clean(basis), True
    sitting.save(update_fields=["recusal_basis", "recusals_confirmed"])


def _item(sitting: Sitting, candidate: Candidate) -> AgendaItem:
    item = AgendaItem(sitting=sitting, candidate=candidate, place=0)
    if found := _threshold(sitting, candidate.honour):
        item.share_numerator, item.share_denominator = found.share.numerator, found.share.denominator
        item.share_is_over, item.share_basis = found.share.is_over, found.basis[:200]
    item.save()
    return item


def _threshold(sitting: Sitting, honour: str) -> Threshold | None:
    """By law; else as typed before for the same honour in this sitting."""
    found = by_law(honour, sitting.held_on, sitting.organisation)
    typed = sitting.items.filter(candidate__honour=honour, share_numerator__isnull=False).first()
    if found or typed is None:
        return found
    share = share_of(typed)
    return Threshold(share, typed.share_basis) if share else None


def _arrange(sitting: Sitting) -> None:
    """Order, dependence and proposed recusals follow from what is on the agenda."""
    items = {item.pk: item for item in sitting.items.select_related("candidate")}
    proposals = [
        Proposal(pk, item.candidate.honour, recipient(item.candidate), item.candidate.place)
        for pk, item in items.items()
    ]
    below = dependencies(proposals)
    for place, proposal in enumerate(in_order(proposals), 1):
        item = items[proposal.item]
        if item.place != place:
            item.place = place
            item.save(update_fields=["place"])
        item.depends_on.set([below[item.pk]] if item.pk in below else [])
    for pk, members in recusal.proposed(sitting).items():
        items[pk].recused.set(members)
    sitting.recusals_confirmed = False
    sitting.save(update_fields=["recusals_confirmed"])


def recipient(candidate: Candidate) -> str:
    """The same word for the same person, collective or household."""
    kinds = ("person", "collective", "household")
    kind = next(kind for kind in kinds if getattr(candidate, f"{kind}_id"))
    return f"{kind}:{getattr(candidate, f'{kind}_id')}"
