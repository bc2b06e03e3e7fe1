"""Initiatives and research topics, their authors, and what each has served."""

from collections.abc import Collection, Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.law.columns import LOWER_TITLES
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.checking import checked
from thidua.modules.people.drafts import Author, InitiativeDraft
from thidua.modules.people.kinds import CheckState
from thidua.modules.people.models import Initiative, InitiativeAuthor, Person

FIRST_YEAR = 1980
WHOLE = 100


class CannotRecordInitiative(Cannot):
    """The shares, authors or year cannot be right."""


class CannotUseInitiative(Cannot):
    """It has served another honour of this person."""


@action
def record_initiative(
    *, organisation: Organisation, draft: InitiativeDraft, actor: Actor, on: date
) -> Initiative:
    """Confirmed when a head or specialist records it with its paper; else it waits."""
    require(policy.may_edit(actor, organisation.pk))
    row = Initiative(organisation=organisation, check_state=_state(actor, organisation))
    return _written(row, draft, on)


@action
def change_initiative(
    *, initiative: Initiative, draft: InitiativeDraft, actor: Actor, on: date
) -> Initiative:
    require(policy.may_edit(actor, initiative.organisation_id))
    initiative.check_state = _state(actor, initiative.organisation)
    return _written(initiative, draft, on)


@action
def check_initiative(*, initiative: Initiative, actor: Actor) -> None:
    """State that it agrees with the paper that recognised it."""
    require(policy.may_answer_for(actor, initiative.organisation_id))
    if not initiative.certificate and not initiative.recognised_by:
        raise CannotRecordInitiative(_("Enter first which paper recognised it."), field="certificate")
    initiative.check_state = CheckState.CHECKED
    initiative.save(update_fields=["check_state"])


def _state(actor: Actor, organisation: Organisation) -> CheckState:
    answers = policy.may_answer_for(actor, organisation.pk)
    return CheckState.CHECKED if answers else CheckState.UNCHECKED


def _written(row: Initiative, draft: InitiativeDraft, on: date) -> Initiative:
    _refuse_impossible(draft, on)
    row.title, row.year, row.kind, row.scope = clean(draft.title), draft.year, draft.kind, draft.scope
    row.code, row.certificate = clean(draft.code), clean(draft.certificate)
    row.recognised_by = clean(draft.recognised_by)
    row.search = fold(f"{row.title} {row.code} {row.organisation.name}")
    checked(row).save()
    _set_authors(row, draft.authors)
    return row


def _refuse_impossible(draft: InitiativeDraft, on: date) -> None:
    if not FIRST_YEAR <= draft.year <= on.year:
        raise CannotRecordInitiative(_("This year cannot be right."), field="year")
    if not draft.authors:
        raise CannotRecordInitiative(_("Name at least one author."), field="authors")
    if sum(author.share for author in draft.authors) > WHOLE:
        raise CannotRecordInitiative(_("The authors' shares are more than 100 % together."), field="authors")


def _set_authors(row: Initiative, authors: Sequence[Author]) -> None:
    """Who is no longer named is taken out, unless the initiative has already served that person."""
    wanted = {author.person_id: author.share for author in authors}
    for known in row.authors.all():
        share = wanted.pop(known.person_id, None)
        if share is None:
            _take_out(known)
        elif share != known.share:
            known.share = share
            known.save(update_fields=["share"])
    for person_id, share in wanted.items():
        checked(InitiativeAuthor(initiative=row, person_id=person_id, share=share)).save()


def _take_out(author: InitiativeAuthor) -> None:
    if author.used_for:
        words = {"name": author.person, "honour": author.used_for}
        raise CannotRecordInitiative(
            _("%(name)s stays an author: the initiative has served the honour %(honour)s.") % words,
            field="authors",
        )
    author.delete()


@action
def use_initiatives(
    *, person: Person, initiative_ids: Collection[int], honour: str, year: int, actor: Actor
) -> int:
    """Note that these initiatives have served an honour of this person; called when a decision is in force."""
    require(policy.may_use_initiatives(actor, person.organisation_id))
    rows = list(
        InitiativeAuthor.objects.select_related("initiative")
        .select_for_update(of=("self",))
        .filter(person=person, initiative__in=initiative_ids)
        .order_by("pk")
    )
    for row in rows:
        _use(row, honour, year)
    return len(rows)


def _use(row: InitiativeAuthor, honour: str, year: int) -> None:
    """Once, but that a title above may rest on what served the one below: then the newest is kept."""
    if row.used_for not in ("", honour, *LOWER_TITLES.get(honour, ())):
        words = {"title": row.initiative.title, "honour": row.used_for, "year": row.used_in_year}
        raise CannotUseInitiative(
            _("The initiative “%(title)s” has served %(honour)s in %(year)s already.") % words
        )
    row.used_for, row.used_in_year = honour, year
    row.save(update_fields=["used_for", "used_in_year"])
