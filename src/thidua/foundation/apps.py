from django.apps import AppConfig
from django.db.models.signals import post_migrate

from thidua.foundation import liveness


class FoundationConfig(AppConfig):
    name = "thidua.foundation"
    label = "foundation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.foundation.grants import grant_application  # noqa: PLC0415 -- models must be loaded first
        from thidua.foundation.history import checks  # noqa: F401, PLC0415 -- models must be loaded first

        post_migrate.connect(grant_application, sender=self)
        liveness.connect()
