from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "thidua.modules.register"
    label = "register"

    def ready(self) -> None:
        from thidua.modules.register import checks  # noqa: F401, PLC0415 -- models must be loaded first
