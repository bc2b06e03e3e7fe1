"""The full product of states, steps and roles: what is not in the table is refused."""

from datetime import date

import pytest

from factories.decisions import ON, drafted
from factories.dossiers import Place
from factories.organisations import WardFactory, actor, grant
from thidua.modules.decisions.models import DecisionState
from thidua.modules.decisions.states import WORKFLOW
from thidua.modules.organisations.api import Actor, Role, actor_for
from thidua.modules.organisations.models import Organisation


def everybody(body: Organisation) -> dict[Role, Actor]:
    """One person in each role; a visit is dated."""
    visitor = grant(body, Role.VISITOR, until=date(2027, 1, 1)).user
    visiting = actor_for(user_id=visitor.pk, name="", on=ON, organisation_id=body.pk)
    return {role: actor(body, role) for role in Role if role != Role.VISITOR} | {Role.VISITOR: visiting}


def test_every_step_from_every_state_in_every_role(at: Place) -> None:
    decision = drafted(at)
    actors = everybody(at.ward)
    found, expected = set(), set()
    for state in DecisionState:
        decision.state = state
        for step in WORKFLOW:
            for role, who in actors.items():
                if WORKFLOW.may(decision, step.name, who):
                    found.add((state, step.name, role))
                if state in step.source and role in step.roles:
                    expected.add((state, step.name, role))
    assert found == expected
    assert len(found) == 2 + 4 + 1 + 2 + 2 * 4


@pytest.mark.parametrize("state", [DecisionState.IN_FORCE, DecisionState.CANCELLED])
def test_nothing_leads_on_from_the_ends(at: Place, state: DecisionState) -> None:
    decision = drafted(at)
    decision.state = state
    assert [step.name for step in WORKFLOW if state in step.source] == []


def test_another_body_takes_no_step(at: Place) -> None:
    decision, other = drafted(at), WardFactory()
    decision.state = DecisionState.WITH_LEADER
    strangers = everybody(other).values()
    assert [s for s in WORKFLOW for who in strangers if WORKFLOW.may(decision, s.name, who)] == []
