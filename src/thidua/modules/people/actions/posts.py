"""Posts from one day to another; the newest one is also kept on the person."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.checking import checked
from thidua.modules.people.drafts import PostDraft
from thidua.modules.people.models import Person, Post


class CannotChangePost(Cannot):
    """The days do not follow those already there."""


@action
def change_post(*, person: Person, draft: PostDraft, actor: Actor) -> Post:
    """A new post in the same unit from a day on; the one before ends that day."""
    require(policy.may_edit(actor, person.organisation_id))
    post = open_post(person, draft)
    person.save()
    return post


@action
def end_post(*, post: Post, until: date, actor: Actor) -> Post:
    """The person left this post; `until` is the first day without it."""
    require(policy.may_edit(actor, post.organisation_id))
    _end(post, until)
    return post


@action
def add_past_post(
    *, person: Person, organisation: Organisation, draft: PostDraft, until: date, actor: Actor
) -> Post:
    """An earlier post, here or in another unit of the actor's scope."""
    require(policy.may_edit(actor, person.organisation_id))
    post = _post(person, organisation, draft)
    post.until = until
    return _written(post)


def open_post(person: Person, draft: PostDraft) -> Post:
    """Ends the open post in the person's unit and begins another; the person is not yet saved."""
    for before in Post.objects.filter(person=person, organisation=person.organisation, until__isnull=True):
        _end(before, draft.since)
    person.post, person.position = clean(draft.title), draft.position
    person.status_group, person.natures = draft.status_group, draft.natures
    person.on_contract = draft.on_contract
    person.search = fold(f"{person.name} {person.post} {person.organisation.name} {person.number_tail}")
    return _written(_post(person, person.organisation, draft))


def _post(person: Person, organisation: Organisation, draft: PostDraft) -> Post:
    return Post(
        person=person,
        organisation=organisation,
        title=clean(draft.title),
        position=draft.position,
        status_group=draft.status_group,
        natures=draft.natures,
        on_contract=draft.on_contract,
        since=draft.since,
    )


def _written(post: Post) -> Post:
    checked(post).save()
    return post


def _end(post: Post, until: date) -> None:
    if until <= post.since:
        words = {"post": post.title, "day": f"{post.since:%d/%m/%Y}"}
        raise CannotChangePost(
            _("The post “%(post)s” began on %(day)s: choose a later day.") % words, field="since"
        )
    post.until = until
    post.save(update_fields=["until"])
