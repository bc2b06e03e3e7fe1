"""A certificate for each award of a decision, and its wording."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.certificates import policy
from thidua.modules.certificates.codes import new_code
from thidua.modules.certificates.models import Batch, Certificate
from thidua.modules.certificates.queries import to_certify
from thidua.modules.certificates.standing import Standing, standing_of, standings
from thidua.modules.certificates.wording import Wording, proposed
from thidua.modules.decisions.models import Decision
from thidua.modules.organisations.api import Actor

OPTIONAL = frozenset({"honorific", "description"})


class CannotPrepare(Cannot):
    """No certificate goes with this decision, or they are prepared already."""


class CannotWord(Cannot):
    """The wording of the certificate is not complete."""


@action
def prepare(*, decision: Decision, actor: Actor, now: datetime) -> Batch:
    """One certificate for each award whose honour has one, worded as decision and register say."""
    require(policy.may_prepare(actor, decision))
    if actor.user_id is None:
        raise CannotPrepare(_("Certificates are prepared by a person, so that another can release them."))
    items = to_certify(decision)
    if not items:
        raise CannotPrepare(_("No certificate goes with the honours of this decision."))
    try:
        with transaction.atomic():
            batch = Batch.objects.create(
                decision=decision,
                organisation=decision.organisation,
                prepared_by_id=actor.user_id,
                prepared_at=now,
            )
    except IntegrityError:
        raise CannotPrepare(_("The certificates of this decision are prepared already.")) from None
    stands = standings(item.entry for item in items if item.entry)
    rows = []
    for item in items:
        assert item.entry is not None  # to_certify takes no other
        words = proposed(item, stands[item.entry.pk].entry)
        rows.append(made(batch, Certificate(item=item, entry=item.entry), words))
    Certificate.objects.bulk_create(rows)
    events.publish("certificates.prepared", batch.pk, actor=actor.user_id)
    return batch


def made(batch: Batch, row: Certificate, words: Wording) -> Certificate:
    row.batch, row.place, row.code = batch, row.item.place, new_code()
    row.organisation_id = row.item.granted.dossier.organisation_id
    put(row, words)
    return row


def put(row: Certificate, words: Wording) -> None:
    for name, text in words.as_fields().items():
        setattr(row, name, text)
    row.search = fold(f"{row.name} {row.description} {row.entry.decision_number}")


@action
def word(
    *, certificate: Certificate, words: Wording, kept_reason: str, version: int, actor: Actor
) -> Certificate:
    """Say it otherwise; `kept_reason` is why a difference to the register stays."""
    row = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    require(policy.may_word(actor, row))
    tidy = Wording(**{name: clean(text) for name, text in words.as_fields().items()})
    if row.version != version:
        theirs = {name: getattr(row, name) for name in tidy.as_fields()}
        raise Conflict(
            theirs | {"kept_reason": row.kept_reason}, tidy.as_fields() | {"kept_reason": kept_reason}
        )
    lacking = [name for name, text in tidy.as_fields().items() if not text and name not in OPTIONAL]
    if lacking:
        raise CannotWord(_("Fill this in: it stands on every certificate."), field=lacking[0])
    put(row, tidy)
    row.kept_reason, row.worded_by_id, row.version = clean(kept_reason)[:300], actor.user_id, version + 1
    row.full_clean(exclude=["search"])
    row.save()
    return row


@action
def word_as_registered(*, certificate: Certificate, actor: Actor) -> Certificate:
    """Take back what was typed: the words of decision and register."""
    row = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    require(policy.may_word(actor, row))
    put(row, proposed(row.item, standing_of(row.entry).entry))
    row.kept_reason, row.version = "", row.version + 1
    row.save()
    return row


@action
def take_out(*, certificate: Certificate, actor: Actor) -> None:
    """A certificate whose award was revoked meanwhile is not printed."""
    require(policy.may_word(actor, certificate))
    if standing_of(certificate.entry).standing != Standing.REVOKED:
        raise CannotPrepare(_("Only the certificate of a revoked award is taken out."))
    certificate.delete()
