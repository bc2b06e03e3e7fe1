"""A launched plan is amended by a paper of its own: what was and what is now stand in the campaign's life."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.drafts import AmendmentDraft
from thidua.modules.campaigns.figures import written
from thidua.modules.campaigns.models import Campaign, CampaignStep, Indicator
from thidua.modules.organisations.api import Actor

AMENDED = "amended"
A_DAY = timedelta(days=1)


class CannotAmend(Cannot):
    """Nothing changes, or the days cannot be right."""


@action
def amend(*, campaign: Campaign, draft: AmendmentDraft, actor: Actor, on: date, now: datetime) -> Campaign:
    """Another last day, other targets, what is done otherwise; plans that units have made stay as they are."""
    row = held(campaign)
    require(policy.may_amend(actor, row))
    _refuse_days(row, draft, on)
    changes = [*_of_days(row, draft), *_of_targets(row, draft)]
    if not changes and not clean(draft.text):
        raise CannotAmend(_("Say what is amended: the last day, a target, or in words."), field="text")
    row.save(update_fields=["until"])
    paper = _("By %(number)s of %(day)s.") % {"number": draft.number, "day": _day(draft.on)}
    note = "\n".join(filter(None, [paper, draft.text.strip(), *changes]))
    CampaignStep.objects.create(
        campaign=row, step=AMENDED, on=draft.on, note=note, made_by_id=actor.user_id, made_at=now
    )
    events.publish("campaigns.amended", row.pk)
    return row


def _refuse_days(campaign: Campaign, draft: AmendmentDraft, on: date) -> None:
    if draft.on > on:
        raise CannotAmend(_("The day of the paper cannot lie in the future."), field="on")
    if campaign.launched_on and draft.on < campaign.launched_on:
        raise CannotAmend(_("The paper cannot be older than the launch."), field="on")
    if draft.last_day and draft.last_day < campaign.since:
        raise CannotAmend(_("The last day cannot lie before the first."), field="last_day")


def _of_days(campaign: Campaign, draft: AmendmentDraft) -> Iterator[str]:
    if draft.last_day is None or campaign.until == draft.last_day + A_DAY:
        return
    before = campaign.until - A_DAY if campaign.until else None
    campaign.until = draft.last_day + A_DAY
    yield _("Last day: %(before)s → %(after)s.") % {"before": _day(before), "after": _day(draft.last_day)}


def _of_targets(campaign: Campaign, draft: AmendmentDraft) -> Iterator[str]:
    for row in (
        campaign.indicators.select_for_update().filter(pk__in=draft.targets).order_by("position", "id")
    ):
        before, after = row.target, draft.targets[row.pk]
        if before != after:
            row.target = after
            row.save(update_fields=["target"])
            yield _changed(row, before, after)


def _changed(row: Indicator, before: object, after: object) -> str:
    words = {"name": row.name, "unit": row.unit, "before": _figure(before), "after": _figure(after)}
    return _("%(name)s: %(before)s → %(after)s %(unit)s.") % words


def _figure(value: object) -> str:
    return "—" if value is None else written(value)  # type: ignore[arg-type]


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "—"
