"""By what a campaign is measured."""

from dataclasses import asdict

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.drafts import IndicatorDraft
from thidua.modules.campaigns.models import Campaign, Direction, Indicator
from thidua.modules.organisations.api import Actor

MOST_INDICATORS = 30


class CannotMeasure(Cannot):
    """The indicator cannot be kept like this."""


@action
def add_indicator(*, campaign: Campaign, draft: IndicatorDraft, actor: Actor) -> Indicator:
    row = held(campaign)
    require(policy.may_edit(actor, row))
    n_known = row.indicators.count()
    if n_known >= MOST_INDICATORS:
        raise CannotMeasure(_("A campaign has at most %(n)s indicators.") % {"n": MOST_INDICATORS})
    return _described(Indicator(campaign=row, position=n_known), draft)


@action
def change_indicator(*, indicator: Indicator, draft: IndicatorDraft, actor: Actor) -> Indicator:
    require(policy.may_edit(actor, held(indicator.campaign)))
    return _described(indicator, draft)


@action
def remove_indicator(*, indicator: Indicator, actor: Actor) -> None:
    require(policy.may_edit(actor, held(indicator.campaign)))
    if indicator.readings.exists() or indicator.below.exists():
        raise CannotMeasure(_("Figures are kept for this indicator: it stays."))
    indicator.delete()


def _described(indicator: Indicator, draft: IndicatorDraft) -> Indicator:
    for name, value in asdict(draft).items():
        setattr(indicator, name, clean(value) if isinstance(value, str) else value)
    others = Indicator.objects.filter(campaign=indicator.campaign_id, name=indicator.name)
    if others.exclude(pk=indicator.pk).exists():
        raise CannotMeasure(_("The campaign already has an indicator of that name."), field="name")
    _refuse_backwards(indicator)
    indicator.save()
    return indicator


def _refuse_backwards(indicator: Indicator) -> None:
    """A target on the wrong side of the baseline: either it or the direction was mistyped."""
    if indicator.baseline is None or indicator.target is None:
        return
    worse = (
        indicator.target < indicator.baseline
        if indicator.direction == Direction.MORE
        else indicator.target > indicator.baseline
    )
    if worse:
        raise CannotMeasure(
            _("The target is worse than the baseline: correct one of them, or the direction."), field="target"
        )
