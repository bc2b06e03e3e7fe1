from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "thidua.modules.campaigns"
    label = "campaigns"
