"""A finished look through the records of a ward."""

from datetime import date, datetime

from factories.dossiers import NOW, ON, Place
from thidua.modules.suggestions.actions import ask
from thidua.modules.suggestions.models import Run
from thidua.modules.suggestions.running import perform


def looked(at: Place, on: date = ON, now: datetime = NOW) -> Run:
    run = ask(organisation=at.ward, actor=at.specialist, on=on, now=now)
    perform(run, lambda: now)
    run.refresh_from_db()
    return run
