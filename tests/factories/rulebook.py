from datetime import date, datetime
from typing import Any

from thidua.kernel.days import VIETNAM
from thidua.law.local import written
from thidua.modules.organisations.api import Actor, system
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import actions
from thidua.modules.rulebook.models import LocalRule
from thidua.modules.rulebook.places import place_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
ON = date(2026, 11, 23)
GK: dict[str, Any] = {
    "honour": "GK",
    "kind": "individual",
    "replaces": "local_criteria",
    "at": "5",
    "conditions": [{"kind": "run", "of": "grade:good", "at_least": 1, "at": "5.1"}],
}


def rule_content(
    organisation: Organisation, *, number: str = "01/2026/QĐ-UBND", **more: Any
) -> dict[str, Any]:
    """The data of a rule of this organisation: giấy khen asks for one good year, unless told otherwise."""
    instrument = {
        "number": number,
        "name": "Quy định thử",
        "by": organisation.name,
        "place": place_of(organisation, ON),
        "since": "2026-01-01",
        "confidence": "text",
        "checked_on": "2026-11-01",
        **more.pop("instrument", {}),
    }
    return {"instrument": instrument, "criteria": [GK], **more}


def draft(organisation: Organisation, *, by: Actor | None = None, **more: Any) -> LocalRule:
    text = written(rule_content(organisation, **more))
    return actions.enter(organisation=organisation, text=text, actor=by or system(ON), now=NOW)


def local_rule(organisation: Organisation, **more: Any) -> LocalRule:
    """One in force."""
    rule = draft(organisation, **more)
    actions.put_in_force(rule=rule, actor=system(ON), now=NOW)
    return rule
