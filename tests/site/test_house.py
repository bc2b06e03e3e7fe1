"""What the import linter cannot see: foreign keys point to the left, and the menu leads somewhere."""

import configparser
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[2]


def ranks() -> dict[str, int]:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    names = contracts["importlinter:contract:ranks"]["layers"].split()
    return {name: place for place, name in enumerate(reversed(names))}


def foreign_keys() -> list[tuple[str, str]]:
    known = ranks()
    return [
        (model._meta.label, field.related_model._meta.label)
        for model in apps.get_models()
        if model._meta.app_label in known
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if field.related_model._meta.app_label in known
    ]


def test_foreign_keys_point_to_the_left():
    known = ranks()
    wrong = [
        (source, target)
        for source, target in foreign_keys()
        if known[source.split(".")[0]] < known[target.split(".")[0]]
    ]
    assert wrong == []


def test_every_module_has_its_rank():
    folders = {path.parent.name for path in (ROOT / "src/thidua/modules").glob("*/apps.py")}
    assert folders == set(ranks())


@pytest.mark.django_db
def test_every_place_of_the_menu_has_its_screen():
    from django.urls import reverse

    from thidua.site.menu import MENU

    assert all(reverse(place.url_name) for _, places in MENU for place in places)
