"""The two roles of the database: one owns, one works."""

from __future__ import annotations

import psycopg
from psycopg import sql

from thidua.site.postgres.cluster import Cluster
from thidua.site.postgres.passwords import APPLICATION, DATABASE, OWNER, SUPERUSER, Passwords, address


def make(cluster: Cluster, passwords: Passwords) -> None:
    with psycopg.connect(address(cluster, passwords, SUPERUSER, "postgres"), autocommit=True) as connection:
        _role(connection, OWNER, passwords.thidua_owner, "CREATEDB")
        _role(connection, APPLICATION, passwords.thidua_app, "NOCREATEDB")
        make_database(connection)


def _role(connection: psycopg.Connection, name: str, password: str, right: str) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    statement = (
        "ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {} PASSWORD {}"
        if known
        else ("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {} PASSWORD {}")
    )
    connection.execute(sql.SQL(statement).format(sql.Identifier(name), sql.SQL(right), sql.Literal(password)))


def make_database(connection: psycopg.Connection) -> None:
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
        )


def drop_database(cluster: Cluster, passwords: Passwords) -> None:
    with psycopg.connect(address(cluster, passwords, SUPERUSER, "postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE))
        )
        make_database(connection)
