"""What notices offer to the frame of every screen."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import MenuItem
from thidua.modules.notices import queries
from thidua.modules.organisations.api import Actor


def personal_links(actor: Actor) -> Iterator[MenuItem]:
    yield MenuItem(_("Notices"), reverse("notices_list"), queries.n_unread(actor))
