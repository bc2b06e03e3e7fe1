"""What accounts offer to the frame of every screen."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import MenuItem


def personal_links(actor: object) -> Iterator[MenuItem]:  # noqa: ARG001 -- the slot gives the actor
    yield MenuItem(_("My account"), reverse("accounts_me"))
