from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "thidua.modules.appraisal"
    label = "appraisal"
