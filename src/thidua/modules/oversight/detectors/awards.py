"""Signs in what was conferred: passed around in turn, beyond the share, outside competence, changed afterwards."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.modules.councils.models import AgendaItem, ItemResult, Sitting, SittingState
from thidua.modules.dossiers.models import CandidateState
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.detectors.parts import Scope, Sign, detector
from thidua.modules.people.models import Discipline, Grade
from thidua.modules.register.models import Act, Entry, Source
from thidua.modules.rulebook.api import book, level_of

# A title that most people of a unit hold every year is not passed around.
FOR_MOST = ("LDTT", "GDVH")


def _granted(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    revoked = Entry.objects.filter(refers_to=OuterRef("pk"), act=Act.REVOKE)
    return rows.filter(~Exists(revoked), act=Act.GRANT)


def _register(unit: int, honour: str) -> str:
    return f"{reverse('register_list')}?don_vi={unit}&danh_hieu={honour}"


@detector(
    title=_("An honour passed around a unit in turn"),
    why=_("The same number every year, and each time others: it may have been shared out instead of earned."),
    basis="Luật 06/2022/QH15, Điều 5.2.a và 5.2.c (chính xác, công bằng; thành tích đến đâu khen thưởng đến đó)",
    measured=_("years in a row, always others"),
    threshold=4,
    threshold_label=_("in so many years in a row"),
    owner="unit",
)
def in_turn(scope: Scope, threshold: int) -> Iterator[Sign]:
    last = scope.on.year - 1
    years = range(last - threshold + 1, last + 1)
    rows = _granted(Entry.objects.filter(organisation__in=scope.units, person__isnull=False))
    within = rows.filter(year__gte=years.start, year__lt=years.stop).exclude(honour__in=FOR_MOST).order_by()
    named = ("organisation", "organisation__name", "honour")
    each: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row in within.values(*named, "year").annotate(n=Count("pk")):
        each[tuple(row[name] for name in named)].append(row["n"])
    alone = {
        (row["organisation"], row["honour"]): row["n"]
        for row in within.values("organisation", "honour").annotate(n=Count("person", distinct=True))
    }
    for (unit, name, honour), counts in sorted(each.items()):
        is_even = len(counts) == threshold and len(set(counts)) == 1
        if is_even and alone[unit, honour] == sum(counts):
            label = f"{law.honour(honour).name_vi}, {name}"
            subject = f"unit:{unit}:{honour}:{last}"
            yield Sign(unit, subject, label, _register(unit, honour), threshold)


@detector(
    title=_("More than the share that the law allows"),
    why=_("The title Chiến sĩ thi đua cơ sở is for a share of the Lao động tiên tiến of the unit."),
    basis="Luật 06/2022/QH15, Điều 23 (tỷ lệ từ năm 2024 do bộ, ban, ngành, tỉnh quy định: theo quy định của địa phương đã nhập)",
    measured=_("above the greatest number allowed"),
    threshold=1,
    threshold_label=_("at least so many above"),
    owner="decider",
    confidence=law.Confidence.SECONDARY,
)
def above_quota(scope: Scope, threshold: int) -> Iterator[Sign]:
    wanted = Q(honour__in=["LDTT", "CSTDCS"], person__isnull=False, year__gte=scope.on.year - 1)
    rows = _granted(Entry.objects.filter(wanted, organisation__in=scope.units)).order_by()
    held: dict[tuple[int, str, int], dict[str, int]] = defaultdict(dict)
    named = ("organisation", "organisation__name", "year", "honour")
    for unit, name, year, honour, n in rows.values_list(*named).annotate(n=Count("person", distinct=True)):
        held[unit, name, year][honour] = n
    by = book(scope.body, scope.on)
    for (unit, name, year), counts in sorted(held.items()):
        share = law.quota(by, "CSTDCS", "LDTT", counts.get("LDTT", 0), min(date(year, 12, 31), scope.on))
        if share is None or share.limit is None or "LDTT" not in counts:
            continue
        above = counts.get("CSTDCS", 0) - share.limit
        if above >= threshold:
            label = f"{law.honour('CSTDCS').name_vi}, {name}, {year}"
            yield Sign(unit, f"unit:{unit}:{year}", label, _register(unit, "CSTDCS"), above)


@detector(
    title=_("A vote that was not in order"),
    why=_("A council decides when enough members are there; what was not passed is not conferred."),
    basis="Quy chế và quy định về số thành viên dự họp ghi trong từng phiên họp; Nghị định 98/2023/NĐ-CP, Điều 30",
    measured=_("cases in the sitting"),
    threshold=1,
    threshold_label=_("at least so many cases"),
    owner="council",
    confidence=law.Confidence.SECONDARY,
)
def vote_not_in_order(scope: Scope, threshold: int) -> Iterator[Sign]:
    held = Sitting.objects.filter(
        organisation=scope.body, state=SittingState.CLOSED, held_on__gte=scope.year_ago
    )
    there = Count("attendance", filter=Q(attendance__is_present=True), distinct=True)
    rows: Any = held.annotate(n_members=Count("attendance", distinct=True), n_there=there)
    failed = AgendaItem.objects.filter(
        sitting__in=held,
        result__in=[ItemResult.FAILED, ItemResult.DROPPED],
        candidate__state=CandidateState.GRANTED,
    )
    contrary = dict(failed.order_by().values_list("sitting").annotate(n=Count("pk")))
    for row in rows.order_by("pk"):
        n_cases = contrary.get(row.pk, 0) + _lacks_quorum(row)
        if n_cases >= threshold:
            url = reverse("sittings_show", args=[row.pk])
            yield Sign(scope.body.pk, f"sitting:{row.pk}", row.title, url, n_cases)


def _lacks_quorum(row: Any) -> int:
    """1 when fewer were there than the sitting itself says are needed."""
    if row.quorum_numerator is None or not row.n_members:
        return 0
    share, needed = row.n_there * row.quorum_denominator, row.quorum_numerator * row.n_members
    return int(share <= needed if row.quorum_is_over else share < needed)


@detector(
    title=_("Honours decided outside competence"),
    why=_("Who may confer an honour is set by the law of the day of the decision."),
    basis="Luật 06/2022/QH15, Điều 77 đến 80; Nghị định 129/2025/NĐ-CP, Điều 59 (theo nguồn thứ cấp)",
    measured=_("awards in the decision"),
    threshold=1,
    threshold_label=_("at least so many awards"),
    owner="decider",
    confidence=law.Confidence.SECONDARY,
)
def outside_competence(scope: Scope, threshold: int) -> Iterator[Sign]:
    rows = _granted(Entry.objects.filter(chain__body__in=scope.units, source=Source.DECISION))
    recent = rows.filter(decided_on__gte=scope.year_ago).order_by()
    named = ("chain__body", "decided_on", "honour", "decision_number", "decision_id")
    found = list(recent.values_list(*named).annotate(n=Count("pk")))
    bodies = Organisation.objects.in_bulk({row[0] for row in found})
    by = book(scope.body, scope.on)
    held: dict[tuple[str, date], frozenset[str]] = {}
    for body, day, honour, number, decision, n in sorted(found, key=lambda row: (row[0], row[1], row[2])):
        key = level_of(bodies[body]), day
        if key not in held:
            powers = law.powers(by, *key)
            held[key] = frozenset(powers.honours) if powers else frozenset()
        is_within = bodies[body].has_legal_personality and honour in held[key]
        if not is_within and n >= threshold:
            label = f"{law.honour(honour).name_vi}, {number}"
            url = reverse("decisions_show", args=[decision]) if decision else _register(body, honour)
            yield Sign(body, f"decision:{body}:{number}:{day}:{honour}", label, url, n)


@detector(
    title=_("Records changed after a decision"),
    why=_("What a decision rested on is not rewritten afterwards without saying why."),
    basis="Luật 06/2022/QH15, Điều 84.6 (lưu trữ hồ sơ), Điều 93.2.b",
    measured=_("grades changed after the award of their year"),
    threshold=1,
    threshold_label=_("at least so many changes"),
    owner="unit",
)
def changed_afterwards(scope: Scope, threshold: int) -> Iterator[Sign]:
    events: Any = Grade.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        organisation__in=scope.units, pgh_label="update", pgh_created_at__date__gte=scope.year_ago
    )
    changed = [
        (one.person_id, one.period.year, one.organisation_id, one.pgh_created_at.date())
        for one in events.filter(person__isnull=False).select_related("period")
    ]
    decided = _first_decisions({person for person, *_rest in changed})
    counts: dict[int, int] = defaultdict(int)
    for person, year, unit, day in changed:
        if (first := decided.get((person, year))) and day > first:
            counts[unit] += 1
    for unit in Organisation.objects.filter(pk__in=counts).order_by("pk"):
        if counts[unit.pk] >= threshold:
            url = f"{reverse('grades_list')}?don_vi={unit.pk}"
            yield Sign(unit.pk, f"unit:{unit.pk}:{scope.on.year}", unit.name, url, counts[unit.pk])


def _first_decisions(people: set[int]) -> dict[tuple[int, int], date]:
    rows = _granted(Entry.objects.filter(person__in=people, decided_on__isnull=False))
    found: dict[tuple[int, int], date] = {}
    for person, year, day in rows.order_by("-decided_on").values_list("person", "year", "decided_on"):
        assert person is not None and day is not None  # noqa: PT018 -- filtered by both
        found[person, year] = day
    return found


@detector(
    title=_("Discipline after an award"),
    why=_("A violation in the period that an award rested on may be a ground to revoke it: look at it."),
    basis="Luật 06/2022/QH15, Điều 93.2.d",
    measured=_("days after the award"),
    threshold=365,
    threshold_label=_("within so many days after the award"),
    owner="decider",
)
def disciplined_later(scope: Scope, threshold: int) -> Iterator[Sign]:
    """Of the year of the discipline or the one before; the sign names the award, not the person."""
    later = dict(
        Discipline.objects.filter(on__gte=scope.ago(threshold), person__organisation__in=scope.units)
        .order_by("on")
        .values_list("person", "on")
    )
    rows = _granted(Entry.objects.filter(person__in=later, decided_on__gte=scope.ago(2 * threshold)))
    for row in rows.order_by("pk"):
        assert row.decided_on is not None  # filtered by it
        assert row.person_id is not None  # filtered by it
        n_days = (later[row.person_id] - row.decided_on).days
        if 0 <= n_days <= threshold:
            label = f"{law.honour(row.honour).name_vi}, {row.decision_number}"
            url = reverse("register_show", args=[row.pk])
            yield Sign(row.organisation_id, f"entry:{row.pk}", label, url, n_days)
