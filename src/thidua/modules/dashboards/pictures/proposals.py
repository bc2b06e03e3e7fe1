"""What units sent in a year: how soon, for whom, and where it waits now."""

from typing import Any

from django.db.models import Count, Min, Q
from django.db.models.functions import ExtractMonth
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.charts import Chart, Kind, Line, Row, Tone
from thidua.modules.dashboards.pictures.parts import Facts, Picture, Scope
from thidua.modules.decisions.api import medians_by_month
from thidua.modules.dossiers.api import live_candidates
from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.people.kinds import Position

S = DossierState
WAITING = (S.DRAFT, S.RETURNED, S.AT_HEAD, S.SENT, S.APPRAISAL, S.APPRAISED, S.COUNCIL, S.VOTED, S.FORWARDED)


def _sent(scope: Scope) -> Any:
    return live_candidates().filter(dossier__organisation__in=scope.units, dossier__sent_on__year=scope.year)


def _days(scope: Scope) -> Facts:
    """To half a day: a median of two lies between them."""
    return [
        [month, n, *(None if one is None else round(one, 1) for one in days)]
        for month, n, *days in medians_by_month(_sent(scope))
    ]


def _month(month: int, year: int) -> str:
    return f"{month:02}/{year}"


def _draw_days(facts: Facts, year: int) -> Chart:
    found = {row[0]: row for row in facts}
    last = max(found, default=0)
    blank = [0, 0, None, None]
    rows = [found.get(month, blank) for month in range(1, last + 1)]
    return Chart(
        kind=Kind.LINE,
        words=_("Days from the deed to the proposal and to the decision, by the month of sending."),
        head=_("Sent in"),
        lines=(Line(_("days to the proposal"), Tone.BLUE), Line(_("days to the decision"), Tone.BRAND)),
        rows=tuple(
            Row(_month(place, year), (row[2], row[3]), note=str(row[1])) for place, row in enumerate(rows, 1)
        ),
        note_head=_("Proposals"),
    )


def _by_position(scope: Scope) -> Facts:
    people = _sent(scope).filter(person__isnull=False)
    month = people.annotate(month=ExtractMonth("dossier__sent_on")).order_by("month").values_list("month")
    counted = month.annotate(
        n_direct=_people(Q(position=Position.DIRECT_WORKER)),
        n_leading=_people(Q(position__in=[Position.LEADER, Position.MANAGER])),
        n_unsaid=_people(Q(position="")),
    )
    return [list(row) for row in counted]


def _people(of: Q) -> Count:
    return Count("person", distinct=True, filter=of)


def _draw_positions(facts: Facts, year: int) -> Chart:
    n_direct, n_all = sum(row[1] for row in facts), sum(sum(row[1:]) for row in facts)
    percent = 100 * n_direct // n_all if n_all else 0
    lines = (
        Line(_("direct workers"), Tone.GOLD),
        Line(_("leaders and managers"), Tone.BRAND),
        Line(_("position not said"), Tone.GREY),
    )
    return Chart(
        kind=Kind.STACKED,
        words=_("%(percent)s%% of the people proposed are direct workers.") % {"percent": percent},
        head=_("Sent in"),
        lines=lines,
        rows=tuple(Row(_month(month, year), tuple(n)) for month, *n in facts),
    )


def _waiting(scope: Scope) -> Facts:
    rows = Dossier.objects.filter(organisation__in=scope.units, state__in=WAITING)
    counted = rows.order_by().values_list("state").annotate(n=Count("pk"), since=Min("changed_at__date"))
    found = {state: (n, (scope.on - since).days) for state, n, since in counted}
    return [[state, *found.get(state, (0, 0))] for state in WAITING]


def _draw_waiting(facts: Facts, year: int) -> Chart:
    del year  # what waits, waits now
    return Chart(
        kind=Kind.ACROSS,
        words=_("How many dossiers stand at each step."),
        head=_("Step it waits at"),
        lines=(Line(_("dossiers"), Tone.GOLD),),
        rows=tuple(
            Row(
                str(DossierState(state).label),
                (n,),
                note=str(days) if n else "—",
                url=f"{reverse('dossiers_list')}?trang-thai={state}",
            )
            for state, n, days in facts
        ),
        note_head=_("Longest without a change, days"),
    )


TIMELY = Picture(
    "timely",
    gettext_lazy("Timeliness"),
    gettext_lazy("Proposals for a deed sent in the year: half of them took no longer than so many days."),
    "decisions_timeliness",
    _days,
    _draw_days,
)
DIRECT = Picture(
    "direct",
    gettext_lazy("Direct workers among those proposed"),
    gettext_lazy("People in dossiers sent in the year, each once in a month, by position."),
    "dossiers_list",
    _by_position,
    _draw_positions,
)
PLACES = Picture(
    "places",
    gettext_lazy("What waits where"),
    gettext_lazy(
        "All dossiers that are not finished, of whatever year, by the step at which they stand today."
    ),
    "dossiers_list",
    _waiting,
    _draw_waiting,
)
