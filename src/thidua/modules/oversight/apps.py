from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "thidua.modules.oversight"
    label = "oversight"
