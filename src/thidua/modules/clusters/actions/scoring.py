"""Scoring opens, members score themselves, another member cross-checks."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.clusters import policy
from thidua.modules.clusters.actions.criteria import locked
from thidua.modules.clusters.drafts import Entry, Proof
from thidua.modules.clusters.membership import members_of
from thidua.modules.clusters.models import (
    CardState,
    ClusterMember,
    ClusterYear,
    Criterion,
    Running,
    Score,
    Scorecard,
    ScoreEvidence,
)
from thidua.modules.clusters.points import own_points, refuse_outside, rounded
from thidua.modules.clusters.states import CARD, YEAR
from thidua.modules.files.api import store
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor

MOST_EVIDENCE = 20


class CannotAssign(Cannot):
    """Nobody cross-checks itself; the checker is a member of the same cluster."""


class CannotFill(Cannot):
    """An entry is missing or out of bounds; `field` names the criterion."""


class CannotProve(Cannot):
    """The evidence cannot be attached as it is."""


@action
def open_scoring(*, year: ClusterYear, actor: Actor) -> ClusterYear:
    """A card for each member; each is cross-checked by the next in the list, until somebody assigns otherwise."""
    held = locked(year)
    require(policy.may_step_year(actor, held, "open"))
    YEAR.move(held, "open")
    members = list(members_of(held))
    if held.cluster.running == Running.PAPER:
        ours = [member for member in members if member.organisation_id is not None]
        Scorecard.objects.bulk_create(Scorecard(year=held, member=member) for member in ours)
    else:
        pairs = zip(members, members[1:] + members[:1], strict=True)
        Scorecard.objects.bulk_create(
            Scorecard(year=held, member=member, checker=checker) for member, checker in pairs
        )
    events.publish("clusters.scoring_opened", held.pk)
    return held


@action
def assign(*, year: ClusterYear, checkers: Mapping[int, ClusterMember | None], actor: Actor) -> None:
    """Card → who cross-checks it; what was checked already stays with who checked it."""
    held = locked(year)
    require(policy.may_assign(actor, held))
    members = set(members_of(held).values_list("pk", flat=True))
    for card in held.cards.filter(pk__in=checkers).exclude(state=CardState.CHECKED):
        checker = checkers[card.pk]
        if checker and (checker.pk == card.member_id or checker.pk not in members):
            raise CannotAssign(
                _("Choose another member of this cluster: nobody checks itself."), field=f"card_{card.pk}"
            )
        card.checker = checker
        card.save(update_fields=["checker"])


@action
def score(*, card: Scorecard, entries: Mapping[int, Entry], version: int, actor: Actor) -> Scorecard:
    """Criterion → the number the member enters and its note; the rule makes points of it."""
    held = held_card(card)
    require(policy.may_score(actor, held))
    known = {row.criterion_id: row for row in held.scores.all()}
    if version != held.version:
        raise Conflict(
            theirs={str(pk): (row.figure, row.note) for pk, row in known.items()},
            mine={str(pk): (entry.value, entry.words) for pk, entry in entries.items()},
        )
    for criterion in criteria_of(held):
        if criterion.pk in entries:
            _enter(held, criterion, known.get(criterion.pk), entries[criterion.pk])
    held.version += 1
    held.save(update_fields=["version"])
    return held


def _enter(card: Scorecard, criterion: Criterion, row: Score | None, entry: Entry) -> None:
    row = row or Score(card=card, criterion=criterion)
    row.figure, row.note = entry.value, clean(entry.words)
    with at_criterion(criterion):
        row.own = None if entry.value is None else own_points(criterion, entry.value, card.year.decimals)
    row.checked, row.check_reason = None, ""
    row.save()


class at_criterion:  # noqa: N801 -- reads as a phrase
    """A refusal inside names the criterion's field of the form."""

    def __init__(self, criterion: Criterion) -> None:
        self.field = f"c_{criterion.pk}"

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, Cannot):
            error.field = self.field


@action
def attach(
    *, card: Scorecard, criterion: Criterion, proof: Proof, actor: Actor, now: datetime
) -> ScoreEvidence:
    """A file or a link behind one criterion."""
    held = held_card(card)
    require(policy.may_score(actor, held))
    if (proof.content is None) == (not proof.link):
        raise CannotProve(_("Attach a file or give a link, not both."), field="file")
    row, _new = Score.objects.get_or_create(card=held, criterion=criterion)
    if row.evidence.count() >= MOST_EVIDENCE:
        raise CannotProve(_("A criterion holds at most %(n)s papers.") % {"n": MOST_EVIDENCE}, field="file")
    return ScoreEvidence.objects.create(
        score=row,
        label=clean(proof.label)[:200] or clean(proof.name)[:200] or proof.link[:200],
        file=_stored(held, proof, actor, now),
        link=_web_address(proof.link) if proof.link else "",
    )


def _stored(card: Scorecard, proof: Proof, actor: Actor, now: datetime) -> StoredFile | None:
    if proof.content is None:
        return None
    owner = card.member.organisation or card.year.cluster.organisation
    return store(
        content=proof.content,
        name=proof.name,
        organisation=owner,
        subject=f"scorecard:{card.pk}",
        actor=actor,
        now=now,
    )


def _web_address(link: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(link)
    except ValidationError as error:
        raise CannotProve(
            _("Give the whole address of the page, for example https://…"), field="link"
        ) from error
    return link


@action
def detach(*, evidence: ScoreEvidence, actor: Actor) -> None:
    require(policy.may_score(actor, held_card(evidence.score.card)))
    evidence.delete()


@action
def check(*, card: Scorecard, entries: Mapping[int, Entry], actor: Actor) -> Scorecard:
    """Criterion → points of the cross-check; other points than the member's own with the reason."""
    held = held_card(card)
    require(policy.may_check(actor, held))
    known = {row.criterion_id: row for row in held.scores.all()}
    for criterion in criteria_of(held):
        if criterion.pk in entries:
            with at_criterion(criterion):
                _check_one(criterion, known[criterion.pk], entries[criterion.pk], held.year.decimals)
    return held


def _check_one(criterion: Criterion, row: Score, entry: Entry, decimals: int) -> None:
    row.checked = None if entry.value is None else rounded(entry.value, decimals)
    row.check_reason = clean(entry.words)
    if row.checked is not None:
        refuse_outside(criterion, row.checked)
        if row.checked != row.own and not row.check_reason:
            raise CannotFill(_("Say why you give other points than the member itself."))
    row.save(update_fields=["checked", "check_reason"])


@action
def move_card(*, card: Scorecard, step: str, actor: Actor, on: date, reason: str = "") -> Scorecard:
    """Send, return, conclude the check, excuse: `reason` is kept in the history, and on the card of who is excused."""
    held = held_card(card)
    require(policy.may_step_card(actor, held, step))
    if CARD.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Give the reason: it is kept in the history."), field="reason")
    _note_step(held, step, actor, on, reason)
    held.save()
    CARD.move(held, step)
    events.publish(f"clusters.card_{step}", held.pk)
    return held


def _note_step(card: Scorecard, step: str, actor: Actor, on: date, reason: str) -> None:
    if step == "send":
        card.sent_on, card.sent_by_id = on, actor.user_id
        card.is_sent_for_them = policy.is_for_them(actor, card.member)
    elif step == "check":
        card.checked_on = on
    elif step == "excuse":
        card.excuse = clean(reason)[:300]


def held_card(card: Scorecard) -> Scorecard:
    rows = Scorecard.objects.select_for_update(of=("self",))
    return rows.select_related(
        "year__cluster__organisation", "year__period", "member__organisation", "checker__organisation"
    ).get(pk=card.pk)


def criteria_of(card: Scorecard) -> list[Criterion]:
    return list(Criterion.objects.filter(group__year=card.year_id).order_by("group__place", "place", "pk"))
