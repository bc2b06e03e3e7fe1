"""What of a list is proposed already, in this unit's dossiers or another's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from thidua.modules.dossiers.lists.lines import Listed
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.dossiers.queries.lists import live_candidates, visible_to
from thidua.modules.dossiers.queries.records import KINDS, key_of
from thidua.modules.intake.api import Match, Verdict
from thidua.modules.organisations.api import Actor
from thidua.modules.rulebook import api as rulebook

Key = tuple[str, int, str, int | date | None]


def keys_of(one: Listed) -> list[Key]:
    who = one.line.recipient
    return [(who.kind, who.pk, honour, one.when) for honour in one.line.honours]


def leave_out_proposed(verdicts: Sequence[Verdict], actor: Actor) -> None:
    """An honour that is proposed for the period already is not proposed twice; a line left with none is there."""
    known = _known([verdict.value for verdict in verdicts])
    seen = set(
        visible_to(actor)
        .filter(pk__in={row.dossier_id for row in known.values()})
        .values_list("pk", flat=True)
    )
    for verdict in verdicts:
        one: Listed = verdict.value
        there = [row for key in keys_of(one) if (row := known.get(key))]
        left = tuple(key[2] for key in keys_of(one) if key not in known)
        if not there:
            continue
        if left:
            verdict.value = one._replace(line=replace(one.line, honours=left))
            left_out = ", ".join(rulebook.honour(row.honour).short_vi for row in there)
            verdict.note += f" · {left_out}: {_described(there[0].dossier, seen)}"
        elif verdict.match:
            told = {"alike": verdict.match.words}
            verdict.errors.append(
                _("Not in the records of the unit; who is most alike is proposed already: %(alike)s.") % told
            )
        else:
            verdict.match = Match(there[0].dossier_id, _described(there[0].dossier, seen))


def _described(dossier: Dossier, seen: set[int]) -> str:
    if dossier.pk not in seen:
        return _("proposed already in a dossier of another unit")
    told = {"code": dossier.code, "state": dossier.get_state_display()}
    return _("proposed already in dossier %(code)s (%(state)s)") % told


def _known(listed: Sequence[Listed]) -> dict[Key, Candidate]:
    periods = {one.file.draft.period.pk for one in listed if one.file.draft.period}
    deeds = {one.file.draft.deed_on for one in listed if one.file.draft.deed_on}
    when = Q(dossier__period__in=periods) | Q(dossier__period__isnull=True, dossier__deed_on__in=deeds)
    rows = live_candidates().filter(when).select_related("dossier").order_by("-pk")
    return {
        (*key_of(row), row.honour, row.dossier.period_id or row.dossier.deed_on): row
        for row in _of(rows, listed)
    }


def _of(rows: QuerySet[Candidate], listed: Sequence[Listed]) -> Iterator[Candidate]:
    """Kind by kind: each has an index of its own."""
    for kind in KINDS:
        ids = {one.line.recipient.pk for one in listed if one.line.recipient.kind == kind}
        yield from rows.filter(**{f"{kind}__in": ids}) if ids else ()
