"""A campaign with every plan made for it: of the wards it reached, of the units that these reached in turn."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.modules.campaigns.models import Campaign

# Plans below plans: a province, its wards, their units, and one level more.
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Levels:
    """`plans` by their id, the campaign itself among them."""

    top: Campaign
    plans: dict[int, Campaign]

    def climb(self, campaign_id: int, organisation_id: int) -> Iterator[tuple[int, int]]:
        """(campaign, unit) from who reported upwards: a unit's report is one of its ward's as well."""
        yield campaign_id, organisation_id
        while campaign_id != self.top.pk:
            plan = self.plans[campaign_id]
            assert plan.above_id is not None
            campaign_id = plan.above_id
            yield campaign_id, plan.organisation_id

    def below_top(self, campaign_id: int, organisation_id: int) -> int:
        """The unit of the campaign itself that a report belongs to."""
        *_steps, (_top, unit) = self.climb(campaign_id, organisation_id)
        return unit


def levels(campaign: Campaign) -> Levels:
    """One query for each level."""
    plans = {campaign.pk: campaign}
    newest = [campaign.pk]
    for _level in range(DEEPEST):
        rows = Campaign.objects.filter(above__in=newest).only("above", "organisation", "cadence", "state")
        found = {row.pk: row for row in rows}
        if not found:
            break
        plans |= found
        newest = list(found)
    return Levels(campaign, plans)
