from django.apps import AppConfig


class RulebookConfig(AppConfig):
    name = "thidua.modules.rulebook"
    label = "rulebook"
