"""Of every table: which organisation's it is, and by what word an officer knows it."""

import re
from pathlib import Path

import pghistory.models
import pytest
from django.apps import apps
from django.db.models import Model

from thidua.modules.organisations.models import Organisation

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"

# No organisation's own, and why. Everything else leads to one.
NOBODYS = {
    "accounts.ActivationSlip": "belongs to a person; seen by whoever administers his roles",
    "accounts.User": "a person may work for several organisations; seen through his grants",
    "files.TrustedRoot": "whose signatures are verified holds for the whole installation",
    "foundation.Export": "names its organisation by id: the ground knows no organisation",
    "foundation.Delivery": "which news has been dealt with: ids, no content",
    "foundation.HistoryLink": "seals the history of the whole installation",
    "foundation.OutgoingMail": "the outbox of the installation, for its administrator",
    "foundation.Receipt": "the answer to one form of one person",
    "organisations.CalendarDay": "working days are the whole country's",
    "organisations.Period": "evaluation periods are common to all",
    "organisations.Succession": "what became of several; its links lead to each",
}
# Tables without a word for officers: the ground's own.
UNNAMED = {"Delivery", "Receipt"}


def models() -> list[type[Model]]:
    ours = [config for config in apps.get_app_configs() if config.name.startswith("thidua.")]
    return [
        model
        for config in ours
        for model in config.get_models()
        if model._meta.managed and not issubclass(model, pghistory.models.Event)
    ]


def leads_to_an_organisation(model: type[Model]) -> bool:
    """By foreign keys, from row to row."""
    seen, pending = set(), [model]
    while pending:
        here = pending.pop()
        if here is Organisation:
            return True
        if here not in seen:
            seen.add(here)
            pending += [field.related_model for field in here._meta.concrete_fields if field.is_relation]
    return False


@pytest.mark.parametrize("model", models(), ids=lambda m: m._meta.label)
def test_every_row_has_an_owner(model):
    assert leads_to_an_organisation(model) == (model._meta.label not in NOBODYS)


def test_the_list_of_exceptions_names_only_tables_that_exist():
    assert NOBODYS.keys() - {model._meta.label for model in models()} == set()


@pytest.mark.parametrize(
    "model", [m for m in models() if m.__name__ not in UNNAMED], ids=lambda m: m.__name__
)
def test_every_table_is_in_the_glossary(model):
    named = set(re.findall(r"^\| `(\w+)`", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE))
    assert model.__name__ in named
