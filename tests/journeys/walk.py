"""Which screens there are to look at: every account follows the first link to each kind of page it meets."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

from thidua.modules.accounts.models import User
from thidua.site.sample.roster import ACCOUNTS, Account

LINK = re.compile(r'href="(/[^"#]*)"')
FORM = re.compile(r'action="(/[^"#]*)"')
FIELD = re.compile(r'<(?:input|select|textarea)[^>]* name="([a-z_]+)')
BEGINS = "/"
REFUSED = 400
# A third look adds a button here and there, and half a minute.
LOOKS = 2


@dataclass(frozen=True, slots=True)
class Screen:
    """A page as one account sees it; `look` is what its role may do there."""

    account: str
    session: str
    path: str
    status: int
    kind: str
    look: frozenset[str]


def kind_of(path: str) -> str:
    """The name of the URL's pattern, "" for what is no page of ours."""
    try:
        return resolve(path.partition("?")[0]).url_name or ""
    except Resolver404:
        return ""


def one_for_each_role() -> Iterator[Account]:
    seen = set()
    for account in ACCOUNTS:
        if account.roles not in seen:
            seen.add(account.roles)
            yield account


def screens_of(account: Account) -> Iterator[Screen]:
    """All kinds of page that this account reaches by links."""
    client = Client()
    client.force_login(User.objects.get(username=account.username))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    met, waiting = {kind_of(BEGINS)}, [BEGINS]
    while waiting:
        path = waiting.pop(0)
        answer = client.get(path, follow=True)
        whole = b"".join(answer)
        words = whole.decode() if answer["Content-Type"].startswith("text/html") else ""
        if words:
            yield Screen(account.username, session, path, answer.status_code, kind_of(path), look_of(words))
        for link in LINK.findall(words):
            if (kind := kind_of(link)) and kind not in met:
                met.add(kind)
                waiting.append(link.replace("&amp;", "&"))


def look_of(words: str) -> frozenset[str]:
    main = words.partition("<main")[2]
    offered = {kind_of(path) for path in LINK.findall(main) + FORM.findall(main)}
    return frozenset(offered | set(FIELD.findall(main)))


def distinct_screens() -> Iterator[Screen]:
    """Each kind of page in the looks it has, and every page that refuses."""
    looks = defaultdict[str, set[frozenset[str]]](set)
    for account in one_for_each_role():
        for screen in screens_of(account):
            seen = looks[screen.kind]
            if screen.status >= REFUSED or (screen.look not in seen and len(seen) < LOOKS):
                seen.add(screen.look)
                yield screen
