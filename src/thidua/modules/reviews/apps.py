from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "thidua.modules.reviews"
    label = "reviews"
