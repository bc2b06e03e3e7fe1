from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "thidua.modules.councils"
    label = "councils"

    def ready(self) -> None:
        # The box must be known before a key is rotated on the command line, where no URL is loaded.
        from thidua.modules.councils.ballots import box  # noqa: F401, PLC0415
