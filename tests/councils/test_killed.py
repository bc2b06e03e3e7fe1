import pytest
from django.db import connection
from django.db.utils import InterfaceError, OperationalError

from factories.councils import open_room
from thidua.foundation.ballots import BallotBox
from thidua.modules.councils import actions
from thidua.modules.councils.models import SealedBallot, Turnout


def test_a_killed_connection_leaves_neither_turnout_nor_ballot(committed, monkeypatch):
    """The server ends the connection between turnout and ballot; afterwards the member votes, once."""
    made = open_room()
    shake = BallotBox._shake

    def die_first(*args) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        shake(*args)

    monkeypatch.setattr(BallotBox, "_shake", die_first)
    with pytest.raises((OperationalError, InterfaceError)):
        made.vote(0)
    connection.close()
    monkeypatch.undo()
    assert (Turnout.objects.count(), SealedBallot.objects.count()) == (0, 0)
    with pytest.raises(actions.CannotVote):
        actions.cast(sitting=made.sitting, choices={}, actor=made.voter(0))
    made.vote(0)
    assert (Turnout.objects.count(), SealedBallot.objects.count()) == (1, 1)
