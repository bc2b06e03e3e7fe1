from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "thidua.modules.decisions"
    label = "decisions"
