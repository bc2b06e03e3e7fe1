"""Which screens there are: addresses without a variable part, and those that links lead to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.db.models import Count
from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse
from django.urls.resolvers import URLPattern, URLResolver

from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.site.bench.pages.visitor import Visitor

# Told from screens by their names: what is looked at is the list itself, on several pages and filters.
LISTS = ("_list", "_tree")


def names() -> list[str]:
    return sorted(set(_names(get_resolver().url_patterns)))


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def is_list(name: str) -> bool:
    return name.endswith(LISTS)


def walked(visitor: Visitor) -> dict[str, str]:
    """One address for each screen that the account can open (or that breaks), by the screen's name."""
    found: dict[str, str] = {}
    waiting = [*_longest_dossiers(), *_plain_addresses()]
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if not name or name in found:
            continue
        look = visitor.look(path)
        if look.status == 200 or look.status >= 500:
            found[name] = path
            waiting += [urljoin(path, link) for link in look.page.links if _is_here(link)]
    return found


def _longest_dossiers() -> Iterator[str]:
    """First, so that the screens of a dossier are timed on long lists: one in appraisal, one being prepared."""
    longest = Dossier.objects.annotate(n=Count("candidates")).order_by("-n", "-id")
    for state in (DossierState.APPRAISAL, DossierState.DRAFT):
        if row := longest.filter(state=state).first():
            yield reverse("dossiers_show", args=[row.pk])


def _plain_addresses() -> Iterator[str]:
    for name in names():
        try:
            yield reverse(name)
        except NoReverseMatch:
            continue


def _is_here(link: str) -> bool:
    parts = urlsplit(link)
    return not parts.scheme and not parts.netloc and bool(parts.path)


def name_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).url_name or ""
    except Resolver404:
        return ""
