from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "thidua.modules.consultations"
    label = "consultations"

    def ready(self) -> None:
        # Sealed numbers must be known before a key is rotated on the command line, where no URL is loaded.
        from thidua.modules.consultations import phones  # noqa: F401, PLC0415
