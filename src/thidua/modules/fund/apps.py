from django.apps import AppConfig


class FundConfig(AppConfig):
    name = "thidua.modules.fund"
    label = "fund"
