from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "thidua.modules.consultations"
    label = "consultations"
