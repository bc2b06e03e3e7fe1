"""History of every row, with who and why; a write without that context is refused by the database."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

import pghistory
import pghistory.trigger
import pgtrigger
from django.db import models, transaction

from thidua.foundation import grants

M = TypeVar("M", bound=type[models.Model])

REFUSED_WITHOUT_CONTEXT = """
    IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN
        RAISE EXCEPTION 'A change of % needs its context (who and why).', TG_TABLE_NAME;
    END IF;
"""
NEEDS_CONTEXT = f"{REFUSED_WITHOUT_CONTEXT} RETURN NEW;"
NOTHING_CHANGED = "IF NOT EXISTS (SELECT FROM {0}) THEN RETURN NULL; END IF;"
NO_TRUNCATE = """
    RAISE EXCEPTION '% is append-only.', TG_TABLE_NAME;
"""


class Author(Protocol):
    """Who acts: a signed-in person, or the system itself with user_id None."""

    @property
    def user_id(self) -> int | None: ...


@contextmanager
def acting(author: Author | None, *, action: str, reason: str = "") -> Iterator[None]:
    """One transaction whose changes are all recorded with who, what and why."""
    facts = {"actor": author.user_id if author else None, "action": action}
    if reason:
        facts["reason"] = reason
    with transaction.atomic(), pghistory.context(**facts):
        yield


class _Recorded(pghistory.trigger.Event):
    """All rows of a statement at once: who and why is looked up for the statement and not for each of its rows."""

    def get_func(self, model: Any) -> pgtrigger.Func:
        rows = "new_values" if self.row == "NEW" else "old_values"
        record: Any = super().get_func(model)  # type: ignore[no-untyped-call]
        guarded = f"{NOTHING_CHANGED.format(rows)} {REFUSED_WITHOUT_CONTEXT} {record.func}"
        return pgtrigger.Func(guarded)  # type: ignore[no-untyped-call]


class _AtOnce(pghistory.RowEvent):
    """Of inserts and deletes. An update stays row by row: which old row became which new one is only known there."""

    level = pgtrigger.Statement

    def add_event_trigger(self, event_model: type[models.Model]) -> None:
        event = _Recorded(  # type: ignore[no-untyped-call]
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            level=self.level,
        )
        pgtrigger.register(event)(event_model.pgh_tracked_model)  # type: ignore[attr-defined]


class _Insert(_AtOnce, pghistory.InsertEvent):
    pass


class _Delete(_AtOnce, pghistory.DeleteEvent):
    pass


def tracked(*, exclude: Sequence[str] = ()) -> Callable[[M], M]:
    """Keep every version of a model's rows, but for the excluded (encrypted, expiring) fields."""

    def decorate(model: M) -> M:
        pgtrigger.register(
            pgtrigger.Trigger(
                name="needs_context",
                level=pgtrigger.Row,
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=NEEDS_CONTEXT,
            )
        )(model)
        follow: Any = pghistory.track(
            _Insert(),
            pghistory.UpdateEvent(),
            _Delete(),
            exclude=list(exclude) or None,
        )
        return follow(model)  # type: ignore[no-any-return]

    return decorate


def append_only(model: M) -> M:
    """Rows are added and never changed: refused by trigger, and by missing grants to the application."""
    pgtrigger.register(
        pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name="no_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=NO_TRUNCATE,
        ),
    )(model)
    grants.mark_append_only(model)
    return model
