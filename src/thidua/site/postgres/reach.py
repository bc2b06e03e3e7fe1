"""Asks a server whether it is there."""

from __future__ import annotations

import enum

import psycopg


class Answer(enum.Enum):
    READY = enum.auto()
    BUSY = enum.auto()  # starting, recovering or shutting down
    REFUSED = enum.auto()
    ABSENT = enum.auto()


CANNOT_CONNECT_NOW = "57P03"


def answer(url: str) -> Answer:
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError as error:
        return _read(str(error))
    return Answer.READY


def _read(said: str) -> Answer:
    # Before sign-in libpq hands over the sentence only, not the code.
    if "starting up" in said or "shutting down" in said or "recovery" in said:
        return Answer.BUSY
    if "authentication failed" in said:
        return Answer.REFUSED
    return Answer.ABSENT
