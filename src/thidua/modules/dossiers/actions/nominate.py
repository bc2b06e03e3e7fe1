"""From an exemplar to its dossier: the officer writes it for the worker, with everything that is known."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.feat import report_feat, report_feat_of
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import Feat, Recipient
from thidua.modules.dossiers.models import CandidateState, Dossier
from thidua.modules.dossiers.policy import ENDED, may_nominate
from thidua.modules.exemplars.api import commended_by_decision
from thidua.modules.exemplars.models import Exemplar, ExemplarKind
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.api import Identity

# What fits on the line of the certificate; the report holds all of it.
ON_CERTIFICATE = 500


class CannotNominate(Cannot):
    """The exemplar has no record that a dossier could be written for."""


@action
def nominate(*, exemplar: Exemplar, receiver: Organisation, actor: Actor, on: date, now: datetime) -> Dossier:
    """One dossier for each exemplar: asked again, the same one."""
    held = Exemplar.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=exemplar.pk)
    known = Dossier.objects.filter(exemplar=held).exclude(state__in=ENDED).first()
    if known:
        return known
    require(may_nominate(actor, held))
    dossier = _written(held, receiver, actor, on, now)
    held_dossier = locked(dossier)
    held_dossier.exemplar = held
    held_dossier.save(update_fields=["exemplar"])
    return held_dossier


def _written(exemplar: Exemplar, receiver: Organisation, actor: Actor, on: date, now: datetime) -> Dossier:
    """For the record where one was chosen; a person known by name only gets one."""
    feat = Feat(
        achievement=exemplar.deed[:ON_CERTIFICATE],
        story=exemplar.deed,
        deed_on=exemplar.deed_on,
        deed_place=exemplar.deed_place,
        confirmed_by=exemplar.confirmed_by or _who_verified(exemplar),
    )
    organisation = exemplar.organisation
    if recipient := _record(exemplar):
        return report_feat(
            organisation=organisation,
            receiver=receiver,
            recipient=recipient,
            feat=feat,
            actor=actor,
            on=on,
            now=now,
        )
    if exemplar.kind != ExemplarKind.PERSON:
        raise CannotNominate(_("Choose the record of the collective or household first (“Change”)."))
    return report_feat_of(
        organisation=organisation,
        receiver=receiver,
        who=Identity(name=exemplar.name),
        feat=feat,
        actor=actor,
        on=on,
        now=now,
    )


def _record(exemplar: Exemplar) -> Recipient | None:
    pk = getattr(exemplar, f"{exemplar.kind}_id")
    return Recipient(kind=exemplar.kind, pk=pk) if pk else None


def _who_verified(exemplar: Exemplar) -> str:
    return exemplar.visits.order_by("-on", "-pk").values_list("by_whom", flat=True).first() or ""


@action
def note_commendation(*, dossier: Dossier, actor: Actor, on: date, now: datetime) -> None:
    """A decision was made on the dossier of an exemplar, and it was not left out."""
    granted = dossier.candidates.filter(state=CandidateState.GRANTED)
    if dossier.exemplar and granted.exists():
        reason = _("Decided on dossier %(code)s.") % {"code": dossier.code}
        commended_by_decision(exemplar=dossier.exemplar, reason=reason, actor=actor, on=on, now=now)
