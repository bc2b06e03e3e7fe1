"""A run: everybody's record of a body, batch by batch; the list that is read changes only when all is done."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

import thidua
from thidua import law
from thidua.foundation.actions import action
from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Actor, system
from thidua.modules.people.models import Collective, Person
from thidua.modules.rulebook.api import book
from thidua.modules.suggestions import whom
from thidua.modules.suggestions.forgotten import forgotten
from thidua.modules.suggestions.kinds import RunState, SuggestionKind
from thidua.modules.suggestions.looking import Seen, look
from thidua.modules.suggestions.models import OPEN, Reason, Run, Suggestion
from thidua.modules.suggestions.writing import Found, Writer

Clock = Callable[[], datetime]


def perform(run: Run, clock: Clock) -> None:
    """From beginning to end, unless somebody stops it."""
    actor = system(run.on)
    try:
        rules = book(run.organisation, run.on)
        if not begin(run=run, book=rules, actor=actor, now=clock()):
            return
        years = whom.years_of(run.organisation, run.on)
        writer = Writer(run)
        for batch in whom.batches(run.organisation, run.on):
            found = list(_found(rules, batch, run.on, years))
            if not store(run=run, writer=writer, found=found, n_done=len(batch), actor=actor, now=clock()):
                return
        finish(run=run, actor=actor, now=clock())
    except Cannot as refusal:
        fail(run=run, problem=str(refusal), actor=actor, now=clock())
    except Exception:
        fail(run=run, problem=str(_("A fault of the system; the log says more.")), actor=actor, now=clock())
        raise


def _found(rules: law.Book, batch: whom.Batch, on: date, years: dict[int, int]) -> Iterator[Found]:
    """Recipients of one batch, those of units with the same year together."""
    asked: dict[int, list[Person | Collective]] = defaultdict(list)
    for row in batch:
        asked[years.get(row.organisation_id, on.year)].append(row)
    for year, rows in asked.items():
        by_id = {row.pk: row for row in rows}
        yield from ((by_id[seen.pk], year, seen) for seen in look(rules, rows, on, year))  # type: ignore[arg-type]
    people = [row for row in batch if isinstance(row, Person)]
    for person in forgotten(people, on) if people else ():
        seen = Seen(person.pk, SuggestionKind.FORGOTTEN, "", "", None)
        yield person, years.get(person.organisation_id, on.year), seen


@action
def begin(*, run: Run, book: law.Book, actor: Actor, now: datetime) -> bool:  # noqa: ARG001 -- who is recorded
    """False when somebody has stopped it before."""
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != RunState.WAITING:
        return False
    held.state, held.book, held.package = RunState.RUNNING, book.digest, thidua.__version__
    held.n_people, held.moved_at = whom.count(run.organisation, run.on), now
    held.save(update_fields=["state", "book", "package", "n_people", "moved_at"])
    return True


@action
def store(*, run: Run, writer: Writer, found: list[Found], n_done: int, actor: Actor, now: datetime) -> bool:  # noqa: ARG001 -- who is recorded
    """The lines of a batch; False when somebody has stopped the run."""
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state not in OPEN:
        return False
    writer.write(found)
    held.n_done, held.moved_at = held.n_done + n_done, now
    held.save(update_fields=["n_done", "moved_at"])
    return True


@action
def finish(*, run: Run, actor: Actor, now: datetime) -> None:  # noqa: ARG001 -- who is recorded
    """From here on this list is read; what the runs before it found is dropped."""
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state not in OPEN:
        return
    earlier = Run.objects.filter(organisation=run.organisation).exclude(pk=run.pk)
    earlier.filter(is_current=True).update(is_current=False)
    Suggestion.objects.filter(run__in=earlier).delete()
    Reason.objects.filter(run__in=earlier).delete()
    held.state, held.is_current, held.finished_at, held.moved_at = RunState.DONE, True, now, now
    held.save(update_fields=["state", "is_current", "finished_at", "moved_at"])


@action
def fail(*, run: Run, problem: str, actor: Actor, now: datetime) -> None:  # noqa: ARG001 -- who is recorded
    """The list that is read stays the one before."""
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state in OPEN:
        held.state, held.problem, held.moved_at = RunState.FAILED, problem[:300], now
        held.save(update_fields=["state", "problem", "moved_at"])
    drop(held)


def drop(run: Run) -> None:
    """What an unfinished run has found."""
    Suggestion.objects.filter(run=run).delete()
    Reason.objects.filter(run=run).delete()
