"""What outside systems have to do with a dossier."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from thidua.modules.dossiers.api import Panel
from thidua.modules.dossiers.models import Dossier
from thidua.modules.exchange.models import Proposal
from thidua.modules.organisations.api import Actor


def panels(actor: Actor, dossier: Dossier, on: date) -> Iterator[Panel]:  # noqa: ARG001 -- slot
    """Whoever reads the dossier knows that no person began it."""
    row = Proposal.objects.filter(dossier=dossier).select_related("token").first()
    if row is not None:
        day = date_format(row.made_at, "SHORT_DATE_FORMAT")
        told = _("Draft sent in by %(system)s on %(day)s") % {"system": row.token.system_name, "day": day}
        yield Panel(told, "", _("Look through it before it is sent on: no person wrote it here."))
