from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "thidua.modules.suggestions"
    label = "suggestions"
