"""What the records of people hold of one person, and what all modules further right hold."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.foundation.slots import gather
from thidua.modules.people.api import full_number, identities
from thidua.modules.people.kinds import Nature
from thidua.modules.people.models import (
    Discipline,
    Grade,
    InitiativeAuthor,
    Leave,
    Person,
    Post,
    Training,
    Transfer,
)
from thidua.modules.privacy.models import DataRequest
from thidua.modules.privacy.parts import Section, Told, section


def everything(person: Person) -> list[Section]:
    """Never what others said in confidence: letters, matters being looked into, opinions and votes."""
    ids = list(identities([person.pk]))
    return [*_records(ids), *gather("person.data", ids), *_asked(ids)]


def _records(ids: list[int]) -> Iterator[Section]:
    people = Person.objects.filter(pk__in=ids).select_related("organisation").order_by("pk")
    yield from section(
        _("Personal details"),
        people,
        "name",
        "honorific",
        "sex",
        "born_on",
        "birth_year",
        "nationality",
        "organisation",
        "address",
        "post",
        "position",
        "status_group",
        Told(_("Nature of work"), lambda who: [Nature(one).label for one in who.natures]),
        "on_contract",
        "died_on",
    )
    numbers = [(number,) for person in people if (number := full_number(person))]
    if numbers:
        yield Section(_("Personal number"), (_("Personal number"),), tuple(numbers))
    posts = Post.objects.filter(person__in=ids).select_related("organisation").order_by("since")
    yield from section(
        _("Posts"), posts, "organisation", "title", "position", "status_group", "since", "until"
    )
    grades = Grade.objects.filter(person__in=ids).select_related("period", "organisation").order_by("pk")
    yield from section(_("Grades"), grades, "period", "organisation", "level", "reason", "decision")
    authored = InitiativeAuthor.objects.filter(person__in=ids).select_related("initiative").order_by("pk")
    yield from section(
        _("Initiatives"), authored, Told(_("Initiative"), lambda row: row.initiative), "share", "used_for"
    )
    leaves = Leave.objects.filter(person__in=ids).order_by("pk")
    yield from section(_("Leave"), leaves, "kind", "year", "months", "n_days", "result")
    trained = Training.objects.filter(person__in=ids).order_by("pk")
    yield from section(_("Training of colleagues"), trained, "year", "basis")
    punished = Discipline.objects.filter(person__in=ids).order_by("pk")
    yield from section(_("Discipline"), punished, "kind", "on", "until", "decision")
    moves = Transfer.objects.filter(person__in=ids).select_related("source", "target").order_by("pk")
    yield from section(
        _("Transfers"),
        moves,
        Told(_("Moves from"), lambda row: row.source),
        Told(_("Moves to"), lambda row: row.target),
        "on",
        "state",
    )


def _asked(ids: list[int]) -> Iterator[Section]:
    rows = DataRequest.objects.filter(person__in=ids).order_by("pk")
    yield from section(
        _("Requests about personal data"), rows, "code", "kind", "received_on", "text", "state", "answer"
    )
