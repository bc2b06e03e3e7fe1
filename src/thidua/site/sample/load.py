"""The order in which the demonstration is made; everything in one transaction."""

from datetime import date, datetime
from random import Random

from thidua.foundation.audit import acting
from thidua.site.sample.accounts import load_accounts
from thidua.site.sample.campaigns import load_campaigns
from thidua.site.sample.cases import load_cases
from thidua.site.sample.ceremonies import load_ceremonies
from thidua.site.sample.certificates import load_certificates
from thidua.site.sample.clusters import load_clusters
from thidua.site.sample.duty import load_duty
from thidua.site.sample.entries import load_entries
from thidua.site.sample.exchange import load_exchange
from thidua.site.sample.exemplars import load_exemplars
from thidua.site.sample.families import load_families
from thidua.site.sample.former import load_former
from thidua.site.sample.fund import load_fund
from thidua.site.sample.local import load_local_rules
from thidua.site.sample.models import load_models
from thidua.site.sample.newsroom import load_newsroom
from thidua.site.sample.nominated import load_nominated
from thidua.site.sample.oversight import load_oversight
from thidua.site.sample.passages import load_passages
from thidua.site.sample.people import load_people
from thidua.site.sample.periods import load_periods
from thidua.site.sample.privacy import load_requests
from thidua.site.sample.records import load_records
from thidua.site.sample.reports import load_reports
from thidua.site.sample.reviews import load_reviews
from thidua.site.sample.showings import load_showings
from thidua.site.sample.stage import Stage
from thidua.site.sample.stories import load_stories
from thidua.site.sample.suggestions import load_suggestions
from thidua.site.sample.targets import load_targets
from thidua.site.sample.templates import load_templates
from thidua.site.sample.units import load_units, plans

SEED = 163


def load_all(*, on: date, now: datetime) -> None:
    """Units, accounts, people and their records, then files in every state."""
    chance = Random(SEED)
    with acting(None, action="demonstration.load"):
        units = load_units()
        load_local_rules(units["HN"], on=on, now=now)
        users = load_accounts(units, on=on, now=now)
        periods = load_periods(on)
        crowd = load_people(list(plans()), units, chance)
        history = load_records(crowd, periods, chance, on)
        load_entries(crowd, units=units, periods=periods, history=history, chance=chance, now=now)
        stage = Stage(units, users, periods, on)
        load_cases(stage)
        load_former(stage)
        load_targets(stage)
        load_stories(stage)
        load_showings(stage)
        load_passages(stage)
        load_fund(stage)
        load_certificates(stage)
        load_families(stage)
        load_campaigns(stage)
        load_models(stage)
        load_clusters(stage)
        load_exemplars(stage)
        load_templates(stage)
        load_nominated(stage)
        load_reviews(stage)
        load_duty(stage)
        load_suggestions(stage)
        load_ceremonies(stage)
        load_newsroom(stage)
        load_oversight(stage)
        load_reports(stage)
        load_requests(stage)
        load_exchange(stage)
