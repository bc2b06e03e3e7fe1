"""From the first place in a cluster or block to a dossier for Cờ thi đua."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.clusters.models import Scorecard
from thidua.modules.dossiers.actions.candidates import add
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import DossierDraft, Recipient
from thidua.modules.dossiers.models import Dossier
from thidua.modules.dossiers.policy import ENDED, may_propose_flag
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective

FLAG = "CO_TINH"


class CannotProposeFlag(Cannot):
    """The unit has no record as a whole that a dossier could be written for."""


@action
def propose_flag(
    *, card: Scorecard, receiver: Organisation, actor: Actor, on: date, now: datetime
) -> Dossier:
    """One dossier for each result: asked again, the same one."""
    rows = Scorecard.objects.select_for_update(of=("self",))
    held = rows.select_related("year__cluster", "year__period", "member__organisation").get(pk=card.pk)
    known = Dossier.objects.filter(scorecard=held).exclude(state__in=ENDED).first()
    if known:
        return known
    require(may_propose_flag(actor, held))
    unit = held.member.organisation
    assert unit is not None  # may_propose_flag has asked
    whole = Collective.objects.filter(organisation=unit, is_whole=True).order_by("pk").first()
    if whole is None:
        raise CannotProposeFlag(_("Enter the unit itself as a collective first (“Collectives”)."))
    words = {"cluster": held.year.cluster.name, "period": held.year.period.label}
    draft = DossierDraft(title=_("Cờ thi đua: %(cluster)s, %(period)s") % words, period=held.year.period)
    dossier = create(organisation=unit, receiver=receiver, draft=draft, actor=actor, on=on, now=now)
    add(
        dossier=dossier,
        recipients=[Recipient(kind="collective", pk=whole.pk)],
        honours=[FLAG],
        actor=actor,
        now=now,
        achievement=_("Led %(cluster)s in %(period)s.") % words,
        by="results",
    )
    linked = locked(dossier)
    linked.scorecard = held
    linked.save(update_fields=["scorecard"])
    return linked
