from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "thidua.modules.people"
    label = "people"
