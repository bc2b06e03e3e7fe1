from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "thidua.modules.notices"
    label = "notices"
