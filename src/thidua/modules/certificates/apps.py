from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "thidua.modules.certificates"
    label = "certificates"
