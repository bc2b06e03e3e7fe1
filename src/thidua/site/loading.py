"""Django with every module's code read: what registers itself (checks, rotations) is known only then."""

from __future__ import annotations

import importlib

import django
from django.conf import settings


def load_everything() -> None:
    django.setup()
    importlib.import_module(settings.ROOT_URLCONF)
