"""On an empty database our tables are made from the models at once.

Replaying all migrations one by one builds the models of every step anew: half a minute, where making the tables takes two
seconds. That both ways end in the same tables is tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import migrations, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation

Node = tuple[str, str]
# Of other packages those whose tables lead to ours.
BESIDE_OURS = frozenset({"account", "mfa"})
# Extensions and the cache, which no model knows.
GROUND: Node = ("foundation", "0001_ground")
# They change rows of earlier versions only.
NOTHING_WHEN_EMPTY = frozenset(
    {("account", "0006_emailaddress_lower"), ("account", "0008_emailaddress_unique_primary_email_fixup")}
)


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    return not connection.introspection.table_names()


def make_tables(connection: BaseDatabaseWrapper) -> bool:
    """Whether they could be made so: a migration that does more than shape tables asks for the long way."""
    executor = MigrationExecutor(connection)
    graph, ours = executor.loader.graph, labels()
    nodes = {node for node in graph.nodes if node[0] in ours and node != GROUND}
    if any(does_more(executor.loader.graph.nodes[node]) for node in nodes):
        return False
    before = [node for node in graph.leaf_nodes() if not nodes & set(graph.forwards_plan(node))]
    executor.migrate([GROUND, *before])
    with connection.schema_editor() as editor:
        for model in models_of(ours):
            editor.create_model(model)
        for node in sorted(nodes):
            executor.recorder.record_applied(*node)
    return True


def labels() -> frozenset[str]:
    own = {config.label for config in apps.get_app_configs() if config.name.startswith("thidua.")}
    return frozenset(own | BESIDE_OURS)


def models_of(wanted: frozenset[str]) -> Iterator[type[models.Model]]:
    """Tables between two models come with the model that names them."""
    for model in apps.get_models():
        if model._meta.app_label in wanted and model._meta.managed and not model._meta.proxy:
            yield model


def does_more(migration: Migration) -> bool:
    if (migration.app_label, migration.name) in NOTHING_WHEN_EMPTY:
        return False
    return any(not (operation.elidable or shapes(operation)) for operation in migration.operations)


def shapes(operation: Operation) -> bool:
    return not isinstance(
        operation,
        migrations.RunSQL | migrations.RunPython | migrations.SeparateDatabaseAndState,
    ) and operation.__class__.__module__.startswith("django.db.migrations.operations.")
