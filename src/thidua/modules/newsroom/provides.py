"""What the newsroom offers to the home page, the menu, the files, and the pages of exemplars and campaigns."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import PostAction, WaitingItem
from thidua.modules.campaigns import api as campaigns
from thidua.modules.campaigns.models import Campaign
from thidua.modules.exemplars import api as exemplars
from thidua.modules.exemplars.models import Exemplar, ExemplarState
from thidua.modules.files.models import StoredFile
from thidua.modules.newsroom import policy, queries
from thidua.modules.newsroom.actions.comments import due_phones
from thidua.modules.newsroom.models import Article
from thidua.modules.organisations.api import Actor
from thidua.modules.privacy.api import RetentionRule, Section, section
from thidua.modules.register.models import Entry

SHOWN = 20
# Before that nobody has looked into the deed.
TOLD_OF = frozenset(ExemplarState) - {ExemplarState.FOUND, ExemplarState.SET_ASIDE}


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for row in queries.waiting_for(actor).order_by("made_at", "pk")[:SHOWN]:
        url, detail = reverse("newsroom_show", args=[row.pk]), row.get_state_display()
        yield WaitingItem(row.headline, url, _("Articles"), detail)
    for comment in queries.waiting_comments(actor).order_by("sent_at", "pk")[:SHOWN]:
        url = reverse("comments_show", args=[comment.pk])
        yield WaitingItem(comment.title, url, _("Comments to read"), comment.article.headline)


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "newsroom_list", queries.waiting_for(actor)
    yield "comments_list", queries.waiting_comments(actor)


def exemplar_actions(actor: Actor, exemplar: Exemplar) -> Iterator[exemplars.PageAction]:
    if exemplar.state in TOLD_OF and policy.may_write_of(actor, exemplar):
        url = reverse("newsroom_from_exemplar", args=[exemplar.pk])
        yield exemplars.PageAction(_("Write an article"), url)


def entry_actions(actor: Actor, entry: Entry) -> Iterator[PostAction]:
    if policy.may_write(actor, actor.organisation_id):
        yield PostAction(_("Write an article"), reverse("newsroom_from_entry", args=[entry.pk]))


def campaign_actions(actor: Actor, campaign: Campaign) -> Iterator[PostAction]:
    if campaign.launched_on and policy.may_write(actor, actor.organisation_id):
        yield PostAction(_("Write an article"), reverse("newsroom_from_campaign", args=[campaign.pk]))


def exemplar_panels(actor: Actor, exemplar: Exemplar) -> Iterator[exemplars.Panel]:
    for row in queries.visible_to(actor).filter(exemplar=exemplar).order_by("pk"):
        label = _("Article: %(headline)s") % {"headline": row.headline}
        yield exemplars.Panel(label, reverse("newsroom_show", args=[row.pk]), row.get_state_display())


def campaign_panels(actor: Actor, campaign: Campaign) -> Iterator[campaigns.Panel]:
    for row in queries.visible_to(actor).filter(campaign=campaign).order_by("pk"):
        label = _("Article: %(headline)s") % {"headline": row.headline}
        yield campaigns.Panel(label, reverse("newsroom_show", args=[row.pk]), row.get_state_display())


def may_read_file(actor: Actor, stored: StoredFile) -> bool | None:
    """A picture as it was sent follows its article."""
    kind, _colon, key = stored.subject.partition(":")
    if kind != "article" or not key.isdecimal():
        return None
    return queries.visible_to(actor).filter(pk=int(key)).exists()


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = Article.objects.filter(Q(exemplar__person__in=ids) | Q(entry__person__in=ids)).order_by("pk")
    yield from section(
        _("Articles"), rows, "headline", "consent", "consent_on", "consent_note", "state", "posted_at"
    )


def retention_rules(now: datetime) -> Iterator[RetentionRule]:
    yield RetentionRule(
        _("Telephone numbers of readers who comment"),
        _("12 months"),
        _("They serve to ask back while a comment is moderated and answered."),
        due_phones(now).count(),
    )
