"""A review is drawn up from what is known, written on, drawn as a paper, issued; its proposals become dossiers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.campaigns import api as campaigns
from thidua.modules.campaigns.models import Campaign
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor, Role, periods_for, receivers_of
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import draw
from thidua.modules.papers.models import Paper, PaperKind
from thidua.modules.people.models import Collective
from thidua.modules.register.models import Ground
from thidua.modules.reviews import facts, letters, policy
from thidua.modules.reviews.again import again_of
from thidua.modules.reviews.honours import offered
from thidua.modules.reviews.models import Review, ReviewKind, ReviewProposal, ReviewText
from thidua.modules.reviews.states import WORKFLOW


class CannotReview(Cannot):
    """The campaign cannot be reviewed over these days, or nothing is chosen to propose."""


def subject_of(review: Review) -> str:
    return f"review:{review.pk}"


@action
def draw_up(
    *,
    campaign: Campaign,
    kind: str,
    since: date,
    until: date,
    actor: Actor,
    on: date,
    now: datetime,
) -> Review:
    """By the organisation whose campaign it is."""
    require(policy.may_write(actor, campaign.organisation_id))
    if not campaigns.visible_to(actor).filter(pk=campaign.pk, launched_on__isnull=False).exists():
        raise CannotReview(_("Only a campaign that was launched is reviewed."), field="campaign")
    if until <= since:
        raise CannotReview(_("The last day must come after the first."), field="last_on")
    return Review.objects.create(
        campaign=campaign,
        organisation=campaign.organisation,
        kind=ReviewKind(kind),
        since=since,
        until=until,
        parts=facts.drawn_up(facts.Stretch(campaign, since, until)),
        made_by_id=actor.user_id,
        made_at=now,
    )


@action
def write(
    *,
    review: Review,
    parts: dict[str, str],
    number: str,
    issued_on: date | None,
    version: int,
    actor: Actor,
) -> Review:
    """Raises Conflict with both texts when somebody saved in between."""
    held = _held(review)
    require(policy.may_change(actor, held))
    if version != held.version:
        raise Conflict(theirs=dict(held.parts), mine=dict(parts))
    held.parts = {code: "\n".join(parts.get(code, "").strip().splitlines()) for code in facts.HEADINGS}
    held.number, held.issued_on = clean(number), issued_on
    held.version += 1
    held.save()
    return held


@action
def draw_again(
    *, review: Review, take: Collection[str], seal: str, version: int, actor: Actor, now: datetime
) -> Review:
    """The new text under the headings chosen; what stood there stays as an earlier text of the review."""
    held = _held(review)
    require(policy.may_change(actor, held))
    again = again_of(held)
    if version != held.version or seal != again.seal:
        raise CannotReview(
            _("The text, or what is known, has changed in between: look at the differences again.")
        )
    if not take:
        return held
    ReviewText.objects.create(review=held, parts=held.parts, kept_by_id=actor.user_id, kept_at=now)
    held.parts |= {code: again.fresh[code] for code in take}
    held.version += 1
    held.save()
    return held


@action
def draw_paper(*, review: Review, actor: Actor, on: date, now: datetime) -> Paper:
    require(policy.may_write(actor, review.organisation_id))
    words = letters.WORDS[ReviewKind(review.kind)]
    return draw(
        kind=PaperKind.CAMPAIGN_REPORT,
        letter=letters.report(review, on),
        subject=subject_of(review),
        title=f"Báo cáo {words.lower()} {review.campaign.name}",
        organisation=review.organisation,
        actor=actor,
        now=now,
    )


@action
def move(*, review: Review, step: str, actor: Actor, reason: str = "") -> Review:
    held = _held(review)
    require(policy.may_step(actor, held, step))
    if WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Say why the report is written on again."), field="reason")
    WORKFLOW.move(held, step)
    return held


@action
def propose(
    *,
    review: Review,
    exemplars: Iterable[int],
    units: Iterable[int],
    honour: str,
    actor: Actor,
    on: date,
    now: datetime,
) -> list[Dossier]:
    """Those chosen, each in a dossier of the own unit, to be completed there."""
    held = _held(review)
    require(policy.may_write(actor, held.organisation_id))
    if honour not in {code for _office, rows in offered(held.organisation, on) for code, _name in rows}:
        raise CannotReview(_("This organisation cannot propose that honour on this day."), field="honour")
    stretch = facts.Stretch(held.campaign, held.since, held.until)
    chosen: dict[Organisation, list[dossiers.Recipient]] = defaultdict(list)
    for row in facts.exemplars_of(stretch).filter(pk__in=list(exemplars)):
        if pk := getattr(row, f"{row.kind}_id"):
            chosen[row.organisation].append(dossiers.Recipient(kind=row.kind, pk=pk))
    whole = Collective.objects.filter(is_whole=True, organisation__in=facts.units_of(held.campaign))
    for team in whole.filter(organisation__in=list(units)).select_related("organisation"):
        chosen[team.organisation].append(dossiers.Recipient(kind="collective", pk=team.pk))
    if not chosen:
        raise CannotReview(_("Tick whom to propose."), field="exemplars")
    return [_dossier(held, unit, found, honour, actor, on, now) for unit, found in chosen.items()]


def _dossier(  # noqa: PLR0917
    review: Review,
    unit: Organisation,
    found: list[dossiers.Recipient],
    honour: str,
    actor: Actor,
    on: date,
    now: datetime,
) -> Dossier:
    receiver = receivers_of(unit.pk, [Role.SPECIALIST], on)
    if receiver is None:
        raise CannotReview(_("No body above %(unit)s could receive the dossier.") % {"unit": unit.name})
    words = letters.WORDS[ReviewKind(review.kind)].lower()
    draft = dossiers.DossierDraft(
        title=f"Đề nghị khen thưởng {words} phong trào “{review.campaign.name}”"[:200],
        period=periods_for(unit, on).first(),
        ground=Ground.MOVEMENT,
    )
    made = dossiers.create(organisation=unit, receiver=receiver, draft=draft, actor=actor, on=on, now=now)
    dossiers.add(dossier=made, recipients=found, honours=[honour], actor=actor, now=now)
    ReviewProposal.objects.create(review=review, dossier=made)
    return made


def _held(review: Review) -> Review:
    rows = Review.objects.select_for_update(of=("self",))
    return rows.select_related("organisation", "campaign__organisation").get(pk=review.pk)
