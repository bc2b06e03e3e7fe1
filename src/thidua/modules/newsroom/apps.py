from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "thidua.modules.newsroom"
    label = "newsroom"
