"""Jobs of the whole house."""

import pytest
from procrastinate.contrib.django import app

from factories.dossiers import person, place
from thidua.foundation import keys
from thidua.foundation.keys import store
from thidua.kernel.days import civil_day
from thidua.modules.people import personal_numbers
from thidua.site.jobs import seal_again

pytestmark = pytest.mark.django_db


def test_what_an_older_key_sealed_is_sealed_again(settings, tmp_path, now):
    path = tmp_path / "keys.json"
    store.write_new(path, keys.load())
    settings.KEYS_PATH = path
    who = person(place().school)
    personal_numbers.keep(who, "001199000123")
    who.save()
    store.replace(path, keys.load().with_new(("field", "search"), civil_day(now)))
    assert not keys.is_current(bytes(who.number_sealed))
    assert seal_again() == 1
    who.refresh_from_db()
    assert keys.is_current(bytes(who.number_sealed))
    assert personal_numbers.full_number(who) == "001199000123"
    assert seal_again() == 0


def test_the_worker_knows_the_job_and_its_hour():
    periodic = {entry.task.name: entry.cron for entry in app.periodic_registry.periodic_tasks.values()}
    assert periodic["site.seal_again"] == "40 3 * * *"
