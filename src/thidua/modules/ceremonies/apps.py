from django.apps import AppConfig


class CeremoniesConfig(AppConfig):
    name = "thidua.modules.ceremonies"
    label = "ceremonies"
