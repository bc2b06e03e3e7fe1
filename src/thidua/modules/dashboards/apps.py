from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "thidua.modules.dashboards"
    label = "dashboards"
