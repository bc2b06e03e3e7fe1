from django.apps import AppConfig


class ClustersConfig(AppConfig):
    name = "thidua.modules.clusters"
    label = "clusters"

    def ready(self) -> None:
        # The box must be known before a key is rotated on the command line, where no URL is loaded.
        from thidua.modules.clusters import ballots  # noqa: F401, PLC0415
