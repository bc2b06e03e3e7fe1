"""From a suggestion to a dossier: a new one, or one that the unit is preparing."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.api import DossierDraft, Recipient, add, create
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor, Role, receivers_of
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.rulebook import api as rulebook
from thidua.modules.suggestions import policy
from thidua.modules.suggestions.models import Suggestion


class CannotOpen(Cannot):
    """There is no period to propose for, or nobody to receive the dossier."""


@action
def propose(
    *,
    suggestion: Suggestion,
    honour: str,
    dossier: Dossier | None,
    actor: Actor,
    on: date,
    now: datetime,
) -> Dossier:
    """Put the recipient into this dossier, or into a new one of his unit, for this honour."""
    require(policy.may_decide(actor, suggestion.organisation_id))
    dossier = dossier or _begun(suggestion, honour, actor, on, now)
    add(
        dossier=dossier,
        recipients=[_recipient(suggestion)],
        honours=[honour],
        by=suggestion.by if honour == suggestion.honour else "",
        actor=actor,
        now=now,
    )
    return dossier


def _recipient(suggestion: Suggestion) -> Recipient:
    if suggestion.person_id:
        return Recipient(kind="person", pk=suggestion.person_id)
    assert suggestion.collective_id is not None  # one of the two, by a constraint
    return Recipient(kind="collective", pk=suggestion.collective_id)


def _begun(suggestion: Suggestion, honour: str, actor: Actor, on: date, now: datetime) -> Dossier:
    unit = suggestion.organisation
    period = _period(unit, suggestion.year)
    receiver = receivers_of(unit.pk, [Role.SPECIALIST], on)
    if receiver is None:
        raise CannotOpen(_("No body above this unit has a specialist who could receive a dossier."))
    draft = DossierDraft(title=f"Đề nghị {rulebook.honour(honour).name_vi}, {period.label}", period=period)
    return create(organisation=unit, receiver=receiver, draft=draft, actor=actor, on=on, now=now)


def _period(unit: Organisation, year: int) -> Period:
    period = Period.objects.filter(kind=unit.year_kind, year=year).order_by("pk").first()
    if period is None:
        raise CannotOpen(
            _("There is no evaluation period of the year %(year)s yet: ask the administrator to add it.")
            % {"year": year}
        )
    return period
