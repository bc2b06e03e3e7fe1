"""From an exemplar to its dossier: the officer writes it for the worker, with everything that is known."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.actions.feat import record_of, report_feat
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import Feat, Recipient
from thidua.modules.dossiers.models import CandidateState, Dossier
from thidua.modules.dossiers.policy import ENDED, may_nominate
from thidua.modules.exemplars.api import commended_by_decision, recorded
from thidua.modules.exemplars.models import Exemplar, ExemplarKind
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.api import Identity, fill_in
from thidua.modules.people.kinds import Nature, Position
from thidua.modules.people.models import Person

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
    """Everything that is known of the deed."""
    feat = Feat(
        achievement=exemplar.deed[:ON_CERTIFICATE],
        story=exemplar.deed,
        deed_on=exemplar.deed_on,
        deed_place=exemplar.deed_place,
        confirmed_by=exemplar.confirmed_by or _who_verified(exemplar),
    )
    return report_feat(
        organisation=exemplar.organisation,
        receiver=receiver,
        recipient=_recipient(exemplar, actor, on),
        feat=feat,
        actor=actor,
        on=on,
        now=now,
    )


def _recipient(exemplar: Exemplar, actor: Actor, on: date) -> Recipient:
    """The record chosen; a person known by name only gets one, and the exemplar keeps it."""
    if exemplar.kind == ExemplarKind.PERSON:
        person = exemplar.person or _record_by_name(exemplar, actor, on)
        _say_who(person, exemplar, actor)
        return Recipient(kind=exemplar.kind, pk=person.pk)
    pk = getattr(exemplar, f"{exemplar.kind}_id")
    if pk is None:
        raise CannotNominate(_("Choose the record of the collective or household first (“Change”)."))
    return Recipient(kind=exemplar.kind, pk=pk)


def _record_by_name(exemplar: Exemplar, actor: Actor, on: date) -> Person:
    who = Identity(name=exemplar.name)
    person = record_of(organisation=exemplar.organisation, who=who, actor=actor, on=on)
    recorded(exemplar=exemplar, person=person, actor=actor)
    return person


def _say_who(person: Person, exemplar: Exemplar, actor: Actor) -> None:
    """What was found out of status and work goes into a record that does not say it: the share of workers needs it."""
    is_direct = Nature.PRODUCTION in exemplar.natures
    fill_in(
        person=person,
        status_group=exemplar.status_group,
        natures=exemplar.natures,
        position=Position.DIRECT_WORKER if is_direct else "",
        actor=actor,
    )


def _who_verified(exemplar: Exemplar) -> str:
    return exemplar.visits.order_by("-on", "-pk").values_list("by_whom", flat=True).first() or ""


@action
def note_commendation(*, dossier: Dossier, actor: Actor, on: date, now: datetime) -> None:
    """A decision was made on the dossier of an exemplar, and it was not left out."""
    granted = dossier.candidates.filter(state=CandidateState.GRANTED)
    if dossier.exemplar and granted.exists():
        reason = _("Decided on dossier %(code)s.") % {"code": dossier.code}
        commended_by_decision(exemplar=dossier.exemplar, reason=reason, actor=actor, on=on, now=now)
