"""What the rulebook offers to the search over everything."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from thidua.foundation.parts import Found
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook.catalogue import found, name_of, standard_url


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:  # noqa: ARG001 -- the law is everybody's
    for honour in found(words)[:limit]:
        address = f"{standard_url()}?{urlencode({'q': honour.short_vi})}"
        yield Found(_("Standards"), name_of(honour), address, honour.short_vi)
