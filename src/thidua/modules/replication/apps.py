from django.apps import AppConfig


class ReplicationConfig(AppConfig):
    name = "thidua.modules.replication"
    label = "replication"
