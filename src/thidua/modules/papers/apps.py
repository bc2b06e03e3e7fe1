from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "thidua.modules.papers"
    label = "papers"
