"""Who was commended in a year: by honour and group, by unit, women and men."""

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.charts import Chart, Kind, Line, Row, Tone
from thidua.modules.dashboards.pictures.parts import (
    MOST,
    Facts,
    Picture,
    Scope,
    name_of_honour,
    rank_of_honour,
)
from thidua.modules.people.kinds import Position, Sex
from thidua.modules.register.api import in_force
from thidua.modules.register.models import Entry

GROUPS = (*Position.values, "unsaid", "collective", "household")


def _awards(scope: Scope) -> QuerySet[Entry]:
    """Standing awards of the year, each as last corrected."""
    return in_force(Entry.objects.filter(organisation__in=scope.units, year=scope.year)).order_by()


def _group() -> Case:
    known = [When(person__isnull=False, position=one, then=Value(one)) for one in Position.values]
    return Case(
        *known,
        When(person__isnull=False, then=Value("unsaid")),
        When(collective__isnull=False, then=Value("collective")),
        default=Value("household"),
        output_field=CharField(),
    )


def _by_group(scope: Scope) -> Facts:
    rows = (
        _awards(scope).annotate(of_group=_group()).values_list("honour", "of_group").annotate(n=Count("pk"))
    )
    counts: dict[str, list[int]] = {}
    for honour, group, n in rows:
        counts.setdefault(honour, [0] * len(GROUPS))[GROUPS.index(group)] = n
    return [[honour, *counts[honour]] for honour in sorted(counts, key=rank_of_honour)]


def _draw_groups(facts: Facts, year: int) -> Chart:
    lines = (
        Line(_("direct workers"), Tone.GOLD),
        Line(_("managers"), Tone.BLUE),
        Line(_("leaders"), Tone.BRAND),
        Line(_("position not said"), Tone.GREY),
        Line(_("collectives"), Tone.GOOD),
        Line(_("households"), Tone.TEAL),
    )
    return Chart(
        kind=Kind.ACROSS_STACKED,
        words=_("Awards of %(year)s by honour and group.") % {"year": year},
        head=_("Honour"),
        lines=lines,
        rows=tuple(Row(name_of_honour(code), tuple(n), url=_behind(year, code)) for code, *n in facts),
    )


def _behind(year: int, honour: str) -> str:
    return f"{reverse('register_list')}?nam={year}&danh_hieu={honour}"


def _by_unit(scope: Scope) -> Facts:
    rows = _awards(scope).values_list("organisation", "organisation__name")
    counted = rows.annotate(
        n_people=Count("pk", filter=Q(person__isnull=False)),
        n_others=Count("pk", filter=Q(person__isnull=True)),
        n=Count("pk"),
    )
    return [list(row) for row in counted.order_by("-n", "organisation__name", "organisation")[:MOST]]


def _draw_units(facts: Facts, year: int) -> Chart:
    return Chart(
        kind=Kind.ACROSS_STACKED,
        words=_("Units with most awards of %(year)s.") % {"year": year},
        head=_("Unit"),
        lines=(Line(_("people"), Tone.GOLD), Line(_("collectives, households"), Tone.GOOD)),
        rows=tuple(
            Row(name, (n_people, n_others), url=f"{reverse('register_list')}?nam={year}&don_vi={unit}")
            for unit, name, n_people, n_others, _n in facts
        ),
    )


def _by_sex(scope: Scope) -> Facts:
    people = _awards(scope).filter(person__isnull=False)
    rows = people.values_list("honour", "person__sex").annotate(n=Count("pk"))
    counts: dict[str, dict[str, int]] = {}
    for honour, sex, n in rows:
        counts.setdefault(honour, {})[sex] = n
    return [
        [honour, found.get(Sex.FEMALE, 0), found.get(Sex.MALE, 0), found.get("", 0)]
        for honour, found in sorted(counts.items(), key=lambda one: rank_of_honour(one[0]))
    ]


def _draw_sex(facts: Facts, year: int) -> Chart:
    n_women, n_all = sum(row[1] for row in facts), sum(sum(row[1:]) for row in facts)
    percent = 100 * n_women // n_all if n_all else 0
    return Chart(
        kind=Kind.ACROSS_STACKED,
        words=_("Women have %(percent)s%% of the awards to people.") % {"percent": percent},
        head=_("Honour"),
        lines=(Line(_("women"), Tone.BRAND), Line(_("men"), Tone.BLUE), Line(_("sex not said"), Tone.GREY)),
        rows=tuple(Row(name_of_honour(code), tuple(n), url=_behind(year, code)) for code, *n in facts),
    )


BY_GROUP = Picture(
    "groups",
    gettext_lazy("Honours by group"),
    gettext_lazy(
        "Awards of the year in the register that stand, by the recipient's position when commended."
    ),
    "register_list",
    _by_group,
    _draw_groups,
)
BY_UNIT = Picture(
    "units",
    gettext_lazy("Honours by unit"),
    gettext_lazy("The twenty units with most awards of the year; the register has all."),
    "register_list",
    _by_unit,
    _draw_units,
)
WOMEN = Picture(
    "women",
    gettext_lazy("Women among those commended"),
    gettext_lazy("Awards of the year to people, by sex; several awards of one person count each."),
    "register_list",
    _by_sex,
    _draw_sex,
)
