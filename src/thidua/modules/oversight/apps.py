from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "thidua.modules.oversight"
    label = "oversight"

    def ready(self) -> None:
        # Sealed letters must be known before a key is rotated on the command line, where no URL is loaded.
        from thidua.modules.oversight import letterbox  # noqa: F401, PLC0415
