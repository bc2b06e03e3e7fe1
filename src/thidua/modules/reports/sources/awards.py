"""Awards of the register, each as last corrected, those revoked left out; by the day of the decision."""

from collections.abc import Iterable, Mapping

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, ExtractMonth, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.modules.organisations.models import Kind, Organisation
from thidua.modules.people.kinds import Position, Sex, StatusGroup
from thidua.modules.register.api import in_force
from thidua.modules.register.models import Entry, Ground
from thidua.modules.reports.sources.parts import Dimension, Line, Scope, Source
from thidua.modules.rulebook import api as rulebook


def _rows(scope: Scope) -> QuerySet[Entry]:
    decided = Entry.objects.filter(
        organisation__in=scope.units, decided_on__gte=scope.since, decided_on__lt=scope.until
    )
    return in_force(decided).order_by()


def _recipient() -> Case:
    """As the state's form has it; a leader's rank (ministry, department) is not on record, so leaders are one column."""
    person = {"person__isnull": False}
    return Case(
        When(collective__organisation__kind=Kind.ENTERPRISE, then=Value("enterprise")),
        When(collective__isnull=False, then=Value("collective")),
        When(household__isnull=False, then=Value("household")),
        When(person__status_group=StatusGroup.ENTREPRENEUR, then=Value("entrepreneur")),
        *(When(**person, position=one, then=Value(one)) for one in Position.values),
        default=Value("other"),
        output_field=CharField(),
    )


def _recipients(_values: Iterable[str]) -> Mapping[str, str]:
    return {
        "collective": _("collectives"),
        "enterprise": _("enterprises"),
        "household": _("households"),
        "leader": _("leaders"),
        "entrepreneur": _("entrepreneurs"),
        "manager": _("managers"),
        "direct_worker": _("direct workers"),
        "other": _("others, position not said"),
    }


def _honours(values: Iterable[str]) -> Mapping[str, str]:
    found = {code: rulebook.find_honour(code) for code in values}
    ranked = sorted(found, key=lambda code: (one.rank if (one := found[code]) else 10_000, code))
    return {code: one.name_vi if (one := found[code]) else code for code in ranked}


def _levels(_values: Iterable[str]) -> Mapping[str, str]:
    return {
        "ctn": _("State President"),
        "chinh_phu": _("Government"),
        "ttg": _("Prime Minister"),
        "tinh": _("province"),
        "whose": _("ministry, sector, other body"),
        "xa": _("commune and unit"),
    }


def _units(values: Iterable[str]) -> Mapping[str, str]:
    rows = Organisation.objects.filter(pk__in=[int(one) for one in values]).order_by("sort", "pk")
    return {str(row.pk): row.name for row in rows}


def _as_they_are(values: Iterable[str]) -> Mapping[str, str]:
    return {one: one for one in sorted(values, key=lambda text: (len(text), text))}


def _words(choices: Iterable[tuple[str, object]]) -> Mapping[str, str]:
    return {value: str(label) for value, label in choices}


def _text(expression: Combinable) -> Cast:
    return Cast(expression, CharField())


DIMENSIONS = {
    one.code: one
    for one in (
        Dimension("honour", gettext_lazy("Honour"), lambda: F("honour"), _honours, is_closed=False),
        Dimension("level", gettext_lazy("Level"), lambda: F("level"), _levels),
        Dimension("recipient", gettext_lazy("Recipient"), _recipient, _recipients),
        Dimension("ground", gettext_lazy("Ground"), lambda: F("ground"), lambda _v: _words(Ground.choices)),
        Dimension(
            "sex",
            gettext_lazy("Sex"),
            lambda: F("person__sex"),
            lambda _v: _words(Sex.choices),
        ),
        Dimension(
            "group",
            gettext_lazy("Status group"),
            lambda: F("person__status_group"),
            lambda _v: _words(StatusGroup.choices),
        ),
        Dimension("unit", gettext_lazy("Unit"), lambda: _text(F("organisation")), _units, is_closed=False),
        Dimension(
            "unit_then",
            gettext_lazy("Unit as named in the decision"),
            lambda: F("unit_name"),
            lambda values: {one: one for one in sorted(values)},
            is_closed=False,
        ),
        Dimension(
            "month",
            gettext_lazy("Month"),
            lambda: _text(ExtractMonth("decided_on")),
            _as_they_are,
            is_closed=False,
        ),
        Dimension(
            "year",
            gettext_lazy("Year"),
            lambda: _text(ExtractYear("decided_on")),
            _as_they_are,
            is_closed=False,
        ),
    )
}


def _line(row: Entry) -> Line:
    known = rulebook.find_honour(row.honour)
    named = known.name_vi if known else row.honour
    url = reverse("register_show", args=[row.pk])
    return Line(row.pk, row.name, f"{named}, {row.decision_number}", row.unit_name, row.decided_on, url)


AWARDS = Source("awards", gettext_lazy("Awards of the register"), _rows, DIMENSIONS, _line)
