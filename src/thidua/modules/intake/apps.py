from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "thidua.modules.intake"
    label = "intake"
