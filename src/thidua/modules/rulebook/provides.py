"""What the rulebook offers to the search over everything."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.foundation.parts import Found
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook.catalogue import found, standard_url
from thidua.modules.rulebook.words import name_of


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:  # noqa: ARG001 -- the law is everybody's
    for honour in found(words)[:limit]:
        address = standard_url(honour.code, honour.recipient[0])
        yield Found(_("Standards"), name_of(honour), address, honour.short_vi)
