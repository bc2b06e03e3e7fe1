from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "thidua.site"
    label = "site"

    def ready(self) -> None:
        from thidua.site import wiring, wordbook  # noqa: PLC0415 -- joins modules, which must be loaded first

        wiring.join()
        wordbook.bind("vi")
