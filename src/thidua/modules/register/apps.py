from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "thidua.modules.register"
    label = "register"
