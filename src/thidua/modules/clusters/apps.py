from django.apps import AppConfig


class ClustersConfig(AppConfig):
    name = "thidua.modules.clusters"
    label = "clusters"
