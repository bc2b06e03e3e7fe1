from datetime import date, datetime

from django.http import HttpRequest

from thidua.modules.organisations.api import Actor


class Asked(HttpRequest):
    """A request as the middleware of the house hands it on."""

    actor: Actor
    today: date
    now: datetime
