"""The detectors are asked, and what they find is kept: opened, found again, gone."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight import policy, queries
from thidua.modules.oversight.detectors import TABLE, Detector, Scope, Sign
from thidua.modules.oversight.models import Signal, Threshold


class CannotSetThreshold(Cannot):
    """The threshold has no basis, or begins before one that is already set."""


@action
def look(*, body: Organisation, actor: Actor, on: date) -> int:
    """Ask all detectors that the body uses; gives how many signs were not known before."""
    require(policy.may_oversee(actor, body.pk))
    _wait_for_turn(body)
    scope, own = Scope(body, on), queries.thresholds_on(body.pk, on)
    return sum(_keep(scope, one, _found(scope, one, own.get(one.code))) for one in TABLE)


def _wait_for_turn(body: Organisation) -> None:
    """Two who look at once go one after the other, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"oversight/{body.pk}"])


def _found(scope: Scope, one: Detector, own: Threshold | None) -> list[Sign]:
    if own and own.is_off:
        return []
    return list(one.find(scope, own.value if own else one.threshold))


def _keep(scope: Scope, one: Detector, found: Iterable[Sign]) -> int:
    known = {row.subject: row for row in Signal.objects.filter(body=scope.body, detector=one.code)}
    seen = {sign.subject: sign for sign in found}
    new = [sign for subject, sign in seen.items() if subject not in known]
    Signal.objects.bulk_create(_row(scope, one, sign) for sign in new)
    again, gone = [], []
    for subject, row in known.items():
        if sign := seen.get(subject):
            row.label, row.url, row.measure = sign.label[:300], sign.url, sign.measure
            row.seen_on, row.gone_on = scope.on, None
            again.append(row)
        elif row.gone_on is None:
            row.gone_on = scope.on
            gone.append(row)
    Signal.objects.bulk_update(again, ["label", "url", "measure", "seen_on", "gone_on"], batch_size=500)
    Signal.objects.bulk_update(gone, ["gone_on"], batch_size=500)
    return len(new)


def _row(scope: Scope, one: Detector, sign: Sign) -> Signal:
    return Signal(
        body=scope.body,
        organisation_id=sign.unit,
        detector=one.code,
        subject=sign.subject,
        label=sign.label[:300],
        url=sign.url,
        measure=sign.measure,
        found_on=scope.on,
        seen_on=scope.on,
    )


@action
def set_threshold(
    *,
    organisation: Organisation,
    detector: str,
    value: int,
    is_off: bool,
    basis: str,
    since: date,
    actor: Actor,
) -> Threshold:
    """From a day on; the one before ends on the day before, and stays to be read."""
    require(policy.may_set_threshold(actor, organisation.pk))
    if not clean(basis):
        raise CannotSetThreshold(_("Say why, or by which paper."), field="basis")
    rows = Threshold.objects.select_for_update().filter(organisation=organisation, detector=detector)
    later = rows.filter(since__gt=since).order_by("since").first()
    if later is not None:
        words = {"day": f"{later.since:%d/%m/%Y}"}
        raise CannotSetThreshold(_("One is set from %(day)s on already: choose that day or a later one.") % words, field="since")  # fmt: skip
    said = {"value": value, "is_off": is_off, "basis": clean(basis), "set_by_id": actor.user_id}
    rows.filter(since__lt=since, until=None).update(until=since)
    row, _is_new = Threshold.objects.update_or_create(
        organisation=organisation, detector=detector, since=since, defaults=said
    )
    return row
