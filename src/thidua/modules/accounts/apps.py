from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "thidua.modules.accounts"
    label = "accounts"
