from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "thidua.modules.councils"
    label = "councils"
