"""News of articles and comments, to those whose word is next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.newsroom.models import Article, Comment
from thidua.modules.newsroom.states import APPROVES
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, system
from thidua.modules.organisations.models import Organisation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EDITORS = (Role.EDITOR,)


def submitted(event: Event) -> None:
    _of_article(event, EDITORS, _("An article is to be edited: {what}."))


def edited(event: Event) -> None:
    _of_article(event, APPROVES, _("An article waits for your approval, once the person agrees: {what}."))


def handed_back(event: Event) -> None:
    _of_article(event, EDITORS, _("An article was handed back: {what}."))


def approved(event: Event) -> None:
    _of_article(event, EDITORS, _("An article was approved and can be published: {what}."))


def commented(event: Event) -> None:
    comment = Comment.objects.select_related("article__organisation").get(pk=event.subject)
    url = reverse("comments_show", args=[comment.pk])
    _tell(
        event, comment.article.organisation, EDITORS, _("A reader has commented: {what}."), comment.title, url
    )


def _of_article(event: Event, roles: Iterable[Role], text: "_StrPromise") -> None:
    article = Article.objects.select_related("organisation").get(pk=event.subject)
    _tell(
        event,
        article.organisation,
        roles,
        text,
        article.headline,
        reverse("newsroom_show", args=[article.pk]),
    )


def _tell(  # noqa: PLR0917
    event: Event,
    where: Organisation,
    roles: Iterable[str],
    text: "str | _StrPromise",
    what: str,
    url: str,
) -> None:
    now = timezone.now()
    on = civil_day(now)
    news = News(format_lazy(text, what=what), url, f"{event.name}/{event.id}")
    tell_roles(actor=system(on), now=now, news=news, organisation=where, roles=list(roles), on=on)
