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
from thidua.modules.campaigns.models.progress import ProgressReport, Reading
from thidua.modules.campaigns.models.registration import Participant, Registration, RegistrationState

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
    "Participant",
    "ProgressReport",
    "Reach",
    "Reading",
    "Registration",
    "RegistrationState",
]
