from django.apps import AppConfig


class ExemplarsConfig(AppConfig):
    name = "thidua.modules.exemplars"
    label = "exemplars"
