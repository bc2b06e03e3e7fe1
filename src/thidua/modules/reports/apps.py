from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "thidua.modules.reports"
    label = "reports"
