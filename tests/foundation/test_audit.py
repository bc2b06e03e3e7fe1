import psycopg
import pytest
from django.db import connection

from factories.accounts import UserFactory
from thidua.foundation.audit import acting
from thidua.modules.accounts.models import User


def test_a_write_without_context_is_refused(db):
    user = UserFactory()
    driver = connection.connection
    driver.execute("SELECT set_config('pghistory.context_id', '', true)")
    with pytest.raises(psycopg.errors.RaiseException, match="needs its context"), driver.transaction():
        driver.execute("UPDATE accounts_user SET full_name = 'x' WHERE id = %s", [user.pk])


def test_the_history_says_who_and_why(db):
    user = UserFactory()
    with acting(None, action="accounts.rename", reason="wrong spelling"):
        User.objects.filter(pk=user.pk).update(full_name="Trần Thị Bình")
    event = user.events.order_by("pgh_id").last()
    assert event.full_name == "Trần Thị Bình"
    assert event.pgh_context.metadata["reason"] == "wrong spelling"
