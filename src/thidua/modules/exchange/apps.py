from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "thidua.modules.exchange"
    label = "exchange"
