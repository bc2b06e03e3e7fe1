from thidua.modules.campaigns.models.campaign import (
    Cadence,
    Campaign,
    CampaignKind,
    CampaignScope,
    CampaignState,
    CampaignStep,
    CampaignUnit,
    Reach,
)
from thidua.modules.campaigns.models.field import Field
from thidua.modules.campaigns.models.indicator import Adding, Direction, Indicator

__all__ = [
    "Adding",
    "Cadence",
    "Campaign",
    "CampaignKind",
    "CampaignScope",
    "CampaignState",
    "CampaignStep",
    "CampaignUnit",
    "Direction",
    "Field",
    "Indicator",
    "Reach",
]
