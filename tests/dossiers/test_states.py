"""The full product of states, steps and roles, of dossiers and of candidates."""

import itertools
from datetime import date

import pytest

from factories.dossiers import ON, place
from factories.organisations import OrganisationFactory, WardFactory, grant
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState
from thidua.modules.dossiers.states import CANDIDATE_WORKFLOW, STEP_TO, WORKFLOW
from thidua.modules.organisations.api import Role, actor_for, system

UNIT = {"unit_officer", "unit_head", "specialist"}
DESK = {"specialist"}
HEAD = {"unit_head"}
SECRETARY = {"council_secretary", "specialist"}
CLERK = {"clerk", "specialist"}
# Written out apart from the code: step -> (from, to, who). A change of the workflow changes this table too.
DOSSIER = {
    "to_head": ({"draft", "returned"}, "at_head", UNIT),
    "back_to_draft": ({"at_head"}, "draft", HEAD),
    "send": ({"at_head"}, "sent", HEAD),
    "send_signed": ({"draft", "returned"}, "sent", UNIT),
    "receive": ({"sent"}, "appraisal", DESK),
    "return": ({"sent", "appraisal"}, "returned", DESK),
    "conclude": ({"appraisal"}, "appraised", DESK),
    "reopen": ({"appraised"}, "appraisal", DESK),
    "to_council": ({"appraised"}, "council", SECRETARY),
    "from_council": ({"council"}, "voted", SECRETARY),
    "decide": ({"appraised", "voted", "forwarded"}, "decided", CLERK),
    "forward": ({"appraised", "voted"}, "forwarded", DESK),
    "refuse": ({"sent", "appraisal"}, "refused", DESK),
    "withdraw": ({"draft", "at_head", "sent", "returned", "appraisal"}, "withdrawn", HEAD),
}
CANDIDATE = {
    "drop": ({"proposed"}, "dropped", UNIT),
    "agree": ({"proposed", "agreed", "not_agreed"}, "agreed", DESK),
    "not_agree": ({"proposed", "agreed", "not_agreed"}, "not_agreed", DESK),
    "pass": ({"agreed", "passed", "failed"}, "passed", SECRETARY),
    "fail": ({"agreed", "passed", "failed"}, "failed", SECRETARY),
    "grant": ({"agreed", "passed"}, "granted", CLERK),
    "not_grant": ({"agreed", "passed", "failed"}, "not_granted", CLERK),
}


def everybody_of(organisation):
    """One actor for each role there is."""
    users = {role: grant(organisation, role, until=date(2030, 1, 1)).user for role in Role}
    return {
        role: actor_for(user_id=user.pk, name="", on=ON, organisation_id=organisation.pk)
        for role, user in users.items()
    }


def allowed(table, role, state, step):
    return state in table[step][0] and role in table[step][2]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("workflow", "table", "states"),
    [(WORKFLOW, DOSSIER, DossierState), (CANDIDATE_WORKFLOW, CANDIDATE, CandidateState)],
    ids=["dossier", "candidate"],
)
def test_every_state_step_and_role(workflow, table, states):
    at = place()
    actors = everybody_of(at.ward)
    dossier = Dossier(organisation=at.school, receiver=at.ward)
    found, expected = {}, {}
    for state, step, role in itertools.product(states, workflow, Role):
        row = dossier if states is DossierState else Candidate(dossier=dossier)
        row.state = state
        found[state, step.name, role] = bool(workflow.may(row, step.name, actors[role]))
        expected[state, step.name, role] = allowed(table, role.value, state.value, step.name)
    assert found == expected
    assert {step.name: step.target for step in workflow} == {name: row[1] for name, row in table.items()}


@pytest.mark.django_db
def test_nobody_of_another_ward_takes_any_step():
    at = place()
    strangers = list(everybody_of(WardFactory()).values())
    neighbours = list(everybody_of(OrganisationFactory(parent=at.ward)).values())
    for state, step in itertools.product(DossierState, WORKFLOW):
        row = Dossier(organisation=at.school, receiver=at.ward, state=state)
        assert [bool(WORKFLOW.may(row, step.name, who)) for who in strangers + neighbours] == [False] * (
            2 * len(Role)
        )


@pytest.mark.django_db
def test_a_unit_never_takes_the_steps_of_the_receiving_body():
    at = place()
    own = everybody_of(at.school).values()
    for name in (
        "receive",
        "return",
        "conclude",
        "reopen",
        "to_council",
        "from_council",
        "decide",
        "forward",
    ):
        row = Dossier(organisation=at.school, receiver=at.ward, state=WORKFLOW.by_name[name].source[0])
        assert [bool(WORKFLOW.may(row, name, who)) for who in own] == [False] * len(Role)


def test_the_system_is_bound_by_states_alone():
    row = Dossier(state=DossierState.SENT)
    open_steps = {step.name for step in WORKFLOW.open_to(row, system(ON))}
    assert open_steps == {"receive", "return", "refuse", "withdraw"}


def test_each_state_of_a_candidate_has_one_step_that_leads_to_it():
    assert {CandidateState(row[1]): name for name, row in CANDIDATE.items()} == STEP_TO
