from django.apps import AppConfig


class DutyConfig(AppConfig):
    name = "thidua.modules.duty"
    label = "duty"
