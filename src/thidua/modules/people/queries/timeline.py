"""One time line of a person: posts, grades, initiatives, discipline, leave, matters, and what modules further right add."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import TimelineItem
from thidua.foundation.slots import gather
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.people import policy
from thidua.modules.people.kinds import CheckState, GradeLevel
from thidua.modules.people.models import (
    Discipline,
    Grade,
    InitiativeAuthor,
    Leave,
    Matter,
    Person,
    Post,
    Training,
    Transfer,
    TransferState,
)
from thidua.modules.people.queries.visible import identities

TONES = {GradeLevel.EXCELLENT: "good", GradeLevel.GOOD: "good", GradeLevel.FAILED: "bad"}


@dataclass(frozen=True, slots=True)
class Spans:
    """The days of a person's life that an actor reads: all of them, or those spent in his scope."""

    everything: bool
    parts: tuple[tuple[date, date | None], ...] = ()

    def __contains__(self, day: date) -> bool:
        return self.everything or any(
            since <= day and (until is None or day < until) for since, until in self.parts
        )


def spans_of(actor: Actor, person: Person) -> Spans:
    """The unit that has the person reads all; a former unit its own years; the one asked to take him, all."""
    asked = Transfer.objects.filter(person=person, state=TransferState.ASKED, target__in=scope_ids(actor))
    if actor.covers(person.organisation_id) or asked.exists():
        return Spans(everything=True)
    posts = Post.objects.filter(person=person, organisation__in=scope_ids(actor))
    left = Transfer.objects.filter(
        person=person, source__in=scope_ids(actor), state=TransferState.ACCEPTED
    ).values_list("on", flat=True)
    held = tuple(posts.values_list("since", "until"))
    return Spans(everything=False, parts=held or tuple((date.min, on) for on in left))


def timeline(actor: Actor, person: Person) -> list[TimelineItem]:
    """Newest last; the screen sorts. The number of queries does not depend on the length of a life."""
    ids = list(identities([person.pk]))
    spans = spans_of(actor, person)
    own = [item for part in (_posts, _grades, _initiatives, _discipline, _leave) for item in part(ids)]
    if policy.may_read_matters(actor, person.organisation_id):
        own += _matters(ids)
    own += gather("person.timeline", actor, ids)
    return sorted((item for item in own if item.on in spans), key=lambda item: item.on)


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _posts(ids: list[int]) -> Iterator[TimelineItem]:
    for post in Post.objects.filter(person__in=ids).select_related("organisation"):
        until = _("to %(day)s") % {"day": f"{post.until:%d/%m/%Y}"} if post.until else _("until now")
        detail = ", ".join(part for part in (post.get_position_display(), until) if part)
        yield TimelineItem(post.since, f"{post.title}, {post.organisation.name}", detail)


def _grades(ids: list[int]) -> Iterator[TimelineItem]:
    for grade in Grade.objects.filter(person__in=ids).select_related("period"):
        level = GradeLevel(grade.level)
        parts = [grade.reason, grade.decision, _unchecked(grade.check_state)]
        yield TimelineItem(
            grade.period.until - timedelta(days=1),
            f"{_first_capital(grade.get_level_display())}, {grade.period.label}",
            ", ".join(part for part in parts if part),
            tone=TONES.get(level, "plain"),
            when=grade.period.label,
        )


def _unchecked(state: str) -> str:
    return "" if state == CheckState.CHECKED else str(CheckState.UNCHECKED.label)


def _initiatives(ids: list[int]) -> Iterator[TimelineItem]:
    for author in InitiativeAuthor.objects.filter(person__in=ids).select_related("initiative"):
        row = author.initiative
        used = _("served %(honour)s") % {"honour": author.used_for} if author.used_for else _("not used yet")
        share = f"{author.share} %" if author.share < 100 else ""
        parts = [row.get_scope_display(), share, used, _unchecked(row.check_state)]
        yield TimelineItem(
            date(row.year, 12, 31),
            f"{_first_capital(row.get_kind_display())}: {row.title}",
            ", ".join(part for part in parts if part),
            url=reverse("initiatives_show", args=[row.pk]),
            when=str(row.year),
        )


def _discipline(ids: list[int]) -> Iterator[TimelineItem]:
    for row in Discipline.objects.filter(person__in=ids):
        until = _("to %(day)s") % {"day": f"{row.until:%d/%m/%Y}"} if row.until else ""
        text = ", ".join(part for part in (row.decision, until) if part)
        yield TimelineItem(
            row.on, _("Discipline: %(kind)s") % {"kind": row.get_kind_display()}, text, tone="bad"
        )


def _leave(ids: list[int]) -> Iterator[TimelineItem]:
    for row in Leave.objects.filter(person__in=ids):
        length = (
            _("%(n)s months") % {"n": row.months}
            if row.months is not None
            else _("%(n)s working days") % {"n": row.n_days}
        )
        text = ", ".join(part for part in (length, row.get_result_display()) if part)
        label = _("Leave: %(kind)s") % {"kind": row.get_kind_display()}
        yield TimelineItem(date(row.year, 12, 31), label, text, when=str(row.year))
    for trained in Training.objects.filter(person__in=ids):
        yield TimelineItem(
            date(trained.year, 12, 31), _("Trained colleagues"), trained.basis, when=str(trained.year)
        )


def _matters(ids: list[int]) -> list[TimelineItem]:
    return [
        TimelineItem(row.since, _first_capital(row.get_kind_display()), _course(row), tone="bad")
        for row in Matter.objects.filter(Q(person__in=ids))
    ]


def _course(row: Matter) -> str:
    if row.until is None:
        still_open = _("still open")
        return f"{row.basis}, {still_open}"
    end = _("closed without fault") if row.is_cleared else _("closed")
    return f"{row.basis}, {end} {row.until:%d/%m/%Y}"
