"""Workflows as tables: which step leads from which state to which, who may take it, and what it needs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.kernel.errors import Cannot

Need = Callable[[Any], str | Promise | None]


class Performer(Protocol):
    """Who takes a step: has roles, and covers the organisations of his scope."""

    @property
    def roles(self) -> frozenset[str]: ...
    @property
    def is_system(self) -> bool: ...
    def covers(self, organisation_id: int | None) -> bool: ...
    def role_names(self, roles: Iterable[str]) -> str: ...


class CannotMove(Cannot):
    """The step does not lead on from the present state, or something it needs is missing."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a workflow's table.

    `at` names the field of the organisation in which a role is asked for; `needs` return a
    sentence about what is missing, or None.
    """

    name: str
    source: tuple[str, ...]
    target: str
    label: str | Promise
    roles: frozenset[str] = frozenset()
    at: str = "organisation_id"
    needs: tuple[Need, ...] = ()
    needs_reason: bool = False

    def missing(self, row: models.Model) -> list[str]:
        return [str(lack) for need in self.needs if (lack := need(row))]


@dataclass(frozen=True)
class Workflow:
    steps: tuple[Step, ...]
    labels: type[models.TextChoices]
    by_name: dict[str, Step] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {step.name: step for step in self.steps})

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def may(self, row: Any, name: str, actor: Performer) -> Answer:
        """May this actor take the step now? Asks role and state, not yet what the step needs."""
        step = self.by_name[name]
        if row.state not in step.source:
            return refused(self._wrong_state(row, step))
        if actor.is_system:
            return ALLOWED
        if not (step.roles & actor.roles and actor.covers(getattr(row, step.at))):
            who = actor.role_names(step.roles)
            return refused(_("“%(step)s” is for: %(who)s.") % {"step": step.label, "who": who})
        return ALLOWED

    def open_to(self, row: Any, actor: Performer) -> list[Step]:
        """The steps that this actor may take from here."""
        return [step for step in self.steps if self.may(row, step.name, actor)]

    def move(self, row: Any, name: str) -> None:
        """Take the step: the only writer of `state`. Raises CannotMove with what is missing."""
        step = self.by_name[name]
        locked = type(row)._default_manager.select_for_update(of=("self",)).only("state").get(pk=row.pk)
        row.state = locked.state
        if row.state not in step.source:
            raise CannotMove(self._wrong_state(row, step))
        if lacks := step.missing(row):
            raise CannotMove(" ".join(lacks))
        row.state = step.target
        row.save(update_fields=["state"])

    def _wrong_state(self, row: Any, step: Step) -> str:
        words = {"step": step.label, "state": self.labels(row.state).label}
        return _("“%(step)s” is not possible while the state is “%(state)s”.") % words
