from collections.abc import Iterator

import pytest
from django.db import connection

from thidua.foundation.grants import append_only_tables


def _triggers(word: str) -> None:
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        for table in append_only_tables():
            if table in present:
                cursor.execute(f'ALTER TABLE "{table}" {word} TRIGGER USER')


@pytest.fixture
def _emptied_afterwards(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Tests that commit are followed by a TRUNCATE of all tables, which append-only tables refuse."""
    with django_db_blocker.unblock():
        _triggers("DISABLE")
    yield
    with django_db_blocker.unblock():
        _triggers("ENABLE")


@pytest.fixture
def committed(_emptied_afterwards, transactional_db) -> None:
    """The test commits for real."""
