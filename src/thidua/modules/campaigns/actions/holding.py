from thidua.modules.campaigns.models import Campaign


def held(campaign: Campaign) -> Campaign:
    """The row itself, locked until the action is done."""
    rows = Campaign.objects.select_for_update(of=("self",)).select_related("organisation", "field", "above")
    return rows.get(pk=campaign.pk)
