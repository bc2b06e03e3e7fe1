"""Tables made at once are those that the migrations make step by step."""

import os

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from sample_ward import drop, make_tables, switched
from thidua.foundation.at_once import GROUND, does_more, labels
from thidua.foundation.management.commands import migrate

SHAPES = {
    "columns": """
        SELECT table_name, column_name, udt_name, character_maximum_length, is_nullable, column_default, is_identity
        FROM information_schema.columns WHERE table_schema = 'public'
    """,
    # A check that PostgreSQL named itself keeps the name of a column that was renamed later.
    "constraints": r"""
        SELECT conrelid::regclass::text, regexp_replace(conname, '.*_check$', ''), pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    """,
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "rights": """
        SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants
        WHERE table_schema = 'public'
    """,
    "extensions": "SELECT extname FROM pg_extension",
    "content types": "SELECT app_label, model FROM django_content_type",
}


def shape() -> dict[str, set[tuple]]:
    found = {}
    with connection.cursor() as cursor:
        for name, query in SHAPES.items():
            cursor.execute(query)
            found[name] = set(cursor.fetchall())
    found["migrations"] = set(MigrationRecorder(connection).applied_migrations())
    return found


def made(way: str) -> dict[str, set[tuple]]:
    name = f"{connection.settings_dict['NAME']}_{os.getpid()}_{way}"
    make_tables(name)
    with switched(name):
        found = shape()
    drop(name)
    return found


@pytest.fixture(scope="module")
def both(django_db_setup: None, django_db_blocker) -> tuple[dict[str, set[tuple]], ...]:
    """Of a module, so that it is made outside of the tests' own history context."""
    with django_db_blocker.unblock():
        once = made("once")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(migrate, "make_tables", lambda connection: False)
            return once, made("steps")


def test_no_migration_asks_for_the_long_way():
    """One that does more than shape tables must say that it has nothing to do in an empty database (elidable)."""
    graph = MigrationLoader(None).graph
    ours = [graph.nodes[node] for node in graph.nodes if node[0] in labels() and node != GROUND]
    assert [str(migration) for migration in ours if does_more(migration)] == []


@pytest.mark.slow
@pytest.mark.parametrize("what", [*SHAPES, "migrations"])
def test_both_ways_lead_to_the_same(both, what):
    once, steps = both
    assert once[what] == steps[what]
