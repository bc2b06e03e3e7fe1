"""The statement that everybody asks is planned once; a connection in steady use is not asked whether it lives."""

from time import monotonic

import pytest
from django.core.signals import request_finished, request_started
from django.db import ProgrammingError, connection, connections
from django.test.utils import CaptureQueriesContext

from thidua.foundation import liveness
from thidua.foundation.audit import acting
from thidua.foundation.prepared import prepared_cursor

pytestmark = pytest.mark.django_db
ASKED = "SELECT %(n)s::int + 1 AS planned_once"


def _one(n: int) -> int:
    with prepared_cursor() as cursor:
        cursor.execute(ASKED, {"n": n})
        return int(cursor.fetchone()[0])


def _n_planned() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%planned_once%%'", ()
        )
        return int(cursor.fetchone()[0])


def test_planned_once_for_all_values() -> None:
    assert [_one(1), _one(5)] == [2, 6]
    assert _n_planned() == 1


def test_is_counted_like_any_other_query() -> None:
    with CaptureQueriesContext(connection) as seen:
        _one(1)
    assert len(seen) == 1


def test_stands_beside_the_history_of_a_change() -> None:
    with acting(None, action="bench.load"), prepared_cursor() as cursor:
        cursor.execute("WITH one AS (SELECT %(n)s::int AS n) SELECT n FROM one", {"n": 3})
        assert cursor.fetchone()[0] == 3


def test_errors_are_django_s_own() -> None:
    with pytest.raises(ProgrammingError), prepared_cursor() as cursor:
        cursor.execute("SELECT 1 FROM no_such_table")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When the connection was asked whether it lives. The test client and its tests never let it be closed."""
    times: list[float] = []
    wrapped = connections["default"]
    monkeypatch.setattr(wrapped, "health_check_enabled", True)
    monkeypatch.setattr(wrapped, "is_usable", lambda: bool(times.append(monotonic())) or True)
    return times


def _request() -> None:
    connection.health_check_done = False  # as Django does at the start of each
    liveness._spare_the_question()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 2")


def test_asked_after_a_rest_and_not_in_between(asked: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(liveness._last, "used", 0.0, raising=False)
    _request()
    assert len(asked) == 1
    liveness._used_now()
    _request()
    assert len(asked) == 1
    monkeypatch.setattr(liveness._last, "used", monotonic() - liveness.IDLE_SECONDS - 0.1)
    _request()
    assert len(asked) == 2


def test_is_told_of_each_request() -> None:
    told = {one[0][0] for signal in (request_started, request_finished) for one in signal.receivers}
    assert {"liveness.started", "liveness.finished"} <= told
