"""Texts to begin a local rule from: a commented template, a rule shipped with the package, a stored one."""

from collections.abc import Iterator
from datetime import date

from django.template.loader import render_to_string

from thidua.law.local import read_local_rules, shipped_texts
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook.models import LocalRule
from thidua.modules.rulebook.places import place_of


def template_of(organisation: Organisation, on: date) -> str:
    context = {"organisation": organisation, "place": place_of(organisation, on), "on": on.isoformat()}
    return render_to_string("rulebook/local/starting.yaml", context)


def at_hand(organisation: Organisation, on: date) -> Iterator[tuple[str, str]]:
    """File name and title of the rules of this place that are shipped and not stored yet."""
    place = place_of(organisation, on)
    stored = set(LocalRule.objects.filter(organisation=organisation).values_list("number", flat=True))
    for name, text in shipped_texts().items():
        rules = read_local_rules(text, name)
        if rules.place == place and rules.number not in stored:
            yield name, f"{rules.number}: {rules.instrument.name_vi}"
