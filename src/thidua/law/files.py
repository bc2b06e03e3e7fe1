"""The package's own YAML, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def text_of(name: str) -> str:
    return files("thidua.law").joinpath(name).read_text(encoding="utf-8")


@cache
def load(name: str) -> Any:
    return yaml.load(text_of(name), Loader=Loader)  # noqa: S506 a safe loader either way
