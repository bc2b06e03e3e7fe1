"""The machinery of workflows: who may, from where, and what is missing."""

from dataclasses import dataclass

import pytest
from django.db import models

from thidua.foundation.states import Step, Workflow


class State(models.TextChoices):
    DRAFT = "draft", "draft"
    SENT = "sent", "sent"


WORKFLOW = Workflow(
    labels=State,
    steps=(
        Step(
            "send", (State.DRAFT,), State.SENT, "Send", frozenset({"head"}), needs=(lambda _: "Add a name.",)
        ),
    ),
)


@dataclass
class Row:
    state: str = State.DRAFT
    organisation_id: int = 7


@dataclass
class Person:
    roles: frozenset[str]
    place: int = 7
    is_system: bool = False

    def covers(self, organisation_id):
        return organisation_id == self.place

    def role_names(self, roles):
        return ", ".join(sorted(roles))


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Person(frozenset({"head"})), ""),
        (Person(frozenset({"officer"})), "“Send” is for: head."),
        (Person(frozenset({"head"}), place=8), "“Send” is for: head."),
        (Person(frozenset(), is_system=True), ""),
    ],
)
def test_a_refusal_says_who_may(person, reason):
    assert str(WORKFLOW.may(Row(), "send", person).reason) == reason


def test_a_refusal_names_the_state():
    answer = WORKFLOW.may(Row(State.SENT), "send", Person(frozenset({"head"})))
    assert str(answer.reason) == "“Send” is not possible while the state is “sent”."


def test_only_open_steps_are_offered():
    assert [step.name for step in WORKFLOW.open_to(Row(), Person(frozenset({"head"})))] == ["send"]
    assert WORKFLOW.open_to(Row(), Person(frozenset({"officer"}))) == []


def test_a_step_says_what_it_lacks():
    assert WORKFLOW.by_name["send"].missing(Row()) == ["Add a name."]
