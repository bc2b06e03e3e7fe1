"""Fixtures with the loaded demonstration: for requests (rolled back), and for a browser (a copy of its own)."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test.testcases import LiveServerThread
from psycopg import sql

ON = "2026-11-23"
PATIENCE = 30


@contextmanager
def maintenance() -> Iterator[psycopg.Connection]:
    """A connection beside Django's that can create databases."""
    known = connection.settings_dict
    parts = {
        "host": known["HOST"],
        "port": known["PORT"],
        "user": known["USER"],
        "password": known["PASSWORD"],
    }
    given = {name: value for name, value in parts.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **given) as driver:
        yield driver


def drop(name: str) -> None:
    """Again while the server itself cleans up in it: its own process is not ours to end."""
    dropping = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    for attempt in range(PATIENCE):
        try:
            with maintenance() as driver:
                driver.execute(dropping)
        except psycopg.errors.InsufficientPrivilege:
            if attempt == PATIENCE - 1:
                raise
            time.sleep(1)
        else:
            return


def copy(source: str, target: str) -> None:
    drop(target)
    with maintenance() as driver:
        copying = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        driver.execute(copying.format(sql.Identifier(target), sql.Identifier(source)))


@contextmanager
def switched(name: str) -> Iterator[None]:
    """Django works on another database of the same server, in all threads."""
    usual = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = usual


def make_tables(name: str) -> None:
    connections.close_all()
    drop(name)
    with maintenance() as driver:
        driver.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    with switched(name):
        call_command("migrate", verbosity=0)


@pytest.fixture(scope="session")
def ward_database(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """The name of a database in which the demonstration has been loaded, once."""
    with django_db_blocker.unblock():
        name = f"{connection.settings_dict['NAME']}_{os.getpid()}_ward"
        make_tables(name)
        with switched(name):
            call_command("load_units", stdout=StringIO())
            call_command("load_demonstration", f"--on={ON}", stdout=StringIO())
        yield name
        drop(name)


@pytest.fixture
def ward(ward_database: str, django_db_blocker) -> Iterator[None]:
    """The loaded demonstration for one test; what the test changes is rolled back."""
    with django_db_blocker.unblock(), switched(ward_database), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ward_server(ward_database: str, django_db_blocker) -> Iterator[str]:
    """The address of a server on a copy of the loaded demonstration, for a browser."""
    with django_db_blocker.unblock():
        name = f"{ward_database}_stage"
        connections.close_all()
        copy(ward_database, name)
        with switched(name):
            from django.contrib.staticfiles.handlers import StaticFilesHandler

            server = LiveServerThread("127.0.0.1", StaticFilesHandler)
            server.daemon = True
            server.start()
            server.is_ready.wait()
            if server.error:
                raise server.error
            yield f"http://127.0.0.1:{server.port}"
            server.terminate()
        drop(name)
