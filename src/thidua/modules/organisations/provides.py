"""What organisations offer to the frame of every screen and to the search."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, MenuItem
from thidua.modules.organisations import queries
from thidua.modules.organisations.actor import Actor


def personal_links(actor: Actor) -> Iterator[MenuItem]:  # noqa: ARG001 -- the slot gives the actor
    yield MenuItem(_("My roles, handing over"), reverse("roles_mine"))


def found(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    """Organisations of the scope as they are today."""
    for branch in queries.searched(actor, actor.on, words=words, limit=limit):
        address = reverse("organisations_show", args=[branch.id])
        yield Found(_("Organisations"), branch.name, address, branch.kind_label)
