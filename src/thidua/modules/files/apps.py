from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "thidua.modules.files"
    label = "files"
