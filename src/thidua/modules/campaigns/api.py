"""The door of campaigns: seeing them, the units they reach, the fields they are about.

News: "campaigns.launched" (the subject is the campaign's id). Slot of a campaign's page:
"campaign.panels" (actor, campaign) -> parts.Panel.
"""

from thidua.modules.campaigns.copying import copied_targets
from thidua.modules.campaigns.forms.choosing import CampaignField
from thidua.modules.campaigns.parts import Panel
from thidua.modules.campaigns.policy import may_see_units
from thidua.modules.campaigns.queries import fields_for, fields_seen_by, visible_to
from thidua.modules.campaigns.queries.overlaps import Pair, pairs
from thidua.modules.campaigns.queries.progress import series_of

__all__ = [
    "CampaignField",
    "Pair",
    "Panel",
    "copied_targets",
    "fields_for",
    "fields_seen_by",
    "may_see_units",
    "pairs",
    "series_of",
    "visible_to",
]
