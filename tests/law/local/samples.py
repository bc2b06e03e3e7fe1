"""A small local rule to change in tests."""

from copy import deepcopy
from typing import Any

INSTRUMENT: dict[str, Any] = {
    "number": "01/2026/QĐ-UBND",
    "name": "Quy định thử",
    "by": "Ủy ban nhân dân tỉnh",
    "place": "bac-ninh",
    "since": "2026-02-01",
    "confidence": "text",
    "checked_on": "2026-11-25",
}
GOOD_YEAR: dict[str, Any] = {"kind": "run", "of": "grade:good", "at_least": 1, "at": "5.1"}
CRITERION: dict[str, Any] = {
    "honour": "GK",
    "kind": "individual",
    "replaces": "local_criteria",
    "at": "5",
    "conditions": [GOOD_YEAR],
}


def content(**changes: Any) -> dict[str, Any]:
    """The data of a file: one criterion for giấy khen unless told otherwise."""
    base = {"instrument": dict(INSTRUMENT), "criteria": [CRITERION]}
    base["instrument"].update(changes.pop("instrument", {}))
    return deepcopy({**base, **changes})


def criterion(**changes: Any) -> dict[str, Any]:
    return {key: value for key, value in {**CRITERION, **changes}.items() if value is not None}


def value(name: str, value: Any, **more: Any) -> dict[str, Any]:
    return content(criteria=[], values=[{"name": name, "value": value, "at": "6", **more}])
