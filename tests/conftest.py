"""The ground of all tests: real PostgreSQL, a context for every write, a fixed day."""

import os
from collections.abc import Iterator
from datetime import date, datetime

import pghistory
import pytest
from django.db import connections
from django.utils import translation

from thidua.kernel.days import VIETNAM

pytest_plugins = ["sample_ward"]

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Runs beside each other (THIDUA_TEST_DB names one) and the processes of one run take databases of their own."""
    beside = [os.environ.get("THIDUA_TEST_DB"), os.environ.get("PYTEST_XDIST_WORKER")]
    if any(beside):
        connections["default"].settings_dict["TEST"]["NAME"] = "_".join(
            ["test_thidua", *filter(None, beside)]
        )


@pytest.fixture(scope="session", autouse=True)
def _nobody_stays(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """A connection that a thread of some test left open would keep the tests' database from being dropped."""
    yield
    if not connections["default"].settings_dict["NAME"].startswith("test_"):
        return
    others = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = %s AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    with django_db_blocker.unblock(), connections["default"].cursor() as cursor:
        cursor.execute(others, [connections["default"].settings_dict["NAME"]])


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def _context() -> Iterator[None]:
    """Rows made by tests directly are recorded as made by a test."""
    with pghistory.context(action="test"):
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Sentences are compared in the language of the source; screens answer in Vietnamese."""
    with translation.override("en"):
        yield
