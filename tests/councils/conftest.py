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


def _forget_jobs() -> None:
    """The queue's tables are not Django's, so its TRUNCATE leaves the news that the test told."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def _emptied_afterwards(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Tests that commit are followed by a TRUNCATE of all tables, which append-only tables refuse."""
    with django_db_blocker.unblock():
        _triggers("DISABLE")
    yield
    with django_db_blocker.unblock():
        _triggers("ENABLE")
        _forget_jobs()


@pytest.fixture
def committed(_emptied_afterwards, transactional_db) -> None:
    """The test commits for real."""
