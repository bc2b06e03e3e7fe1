from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "thidua.modules.files"
    label = "files"

    def ready(self) -> None:
        from thidua.modules.files import checks  # noqa: F401, PLC0415 -- models must be loaded first
