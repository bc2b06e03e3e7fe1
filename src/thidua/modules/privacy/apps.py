from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "thidua.modules.privacy"
    label = "privacy"
