"""Lists of yearly grades, as a signed decision has them: of people, and of collectives."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.slots import gather
from thidua.modules.intake.api import (
    CannotTakeBack,
    Judge,
    Kind,
    Line,
    Match,
    Setting,
    Verdict,
    require_unchanged,
    take_back,
)
from thidua.modules.people import policy
from thidua.modules.people.actions.grade_lists import add_grades
from thidua.modules.people.drafts import ListedGrade
from thidua.modules.people.lists.finding import Finder
from thidua.modules.people.lists.grade_lines import COLUMNS, LineReader
from thidua.modules.people.lists.periods import Periods
from thidua.modules.people.lists.recipients import addressed
from thidua.modules.people.lists.twice import Twice
from thidua.modules.people.lists.units import Units
from thidua.modules.people.models import Grade


def judge(setting: Setting) -> Judge:
    units, periods, twice = Units(setting), Periods(setting.on), Twice()
    finder = Finder(setting.actor, former=True)

    def look(lines: Sequence[Line]) -> list[Verdict]:
        read = addressed(lines, units, finder, setting.on)
        verdicts = [LineReader(one, finder, periods, setting.on).verdict() for one in read]
        twice.mark_all(lines, verdicts, lambda grade: [_key(grade)])
        _match([verdict for verdict in verdicts if not verdict.errors])
        return verdicts

    return look


def _key(grade: ListedGrade) -> tuple[int | None, int | None, int]:
    return (grade.line.person_id, grade.line.collective_id, grade.period.pk)


def _match(verdicts: Sequence[Verdict]) -> None:
    """Who is graded for the period already: by the same level it is there, by another one the list is wrong."""
    there = _there([verdict.value for verdict in verdicts])
    for verdict in verdicts:
        grade = there.get(_key(verdict.value))
        if grade is None:
            continue
        if verdict.match:
            told = {"alike": verdict.match.words}
            verdict.errors.append(
                _("Not in the records of the unit; who is most alike is graded already: %(alike)s.") % told
            )
        elif grade.level == verdict.value.line.level:
            verdict.match = Match(grade.pk, _described(grade))
        else:
            verdict.errors.append(_disagreement(grade))


def _there(grades: Sequence[ListedGrade]) -> dict[tuple[int | None, int | None, int], Grade]:
    people = {grade.line.person_id for grade in grades} - {None}
    collectives = {grade.line.collective_id for grade in grades} - {None}
    rows = Grade.objects.filter(
        Q(person__in=people) | Q(collective__in=collectives),
        period__in={grade.period.pk for grade in grades},
    ).select_related("period")
    return {(row.person_id, row.collective_id, row.period_id): row for row in rows}


def _described(grade: Grade) -> str:
    known = [grade.get_level_display(), grade.decision, grade.get_check_state_display()]
    return " · ".join(str(part) for part in known if part)


def _disagreement(grade: Grade) -> str:
    told = {"period": grade.period.label, "grade": _described(grade)}
    return (
        _(
            "Graded otherwise for %(period)s already: %(grade)s. A list changes no grade: correct it under “Yearly grades” if the decision says so."
        )
        % told
    )


def enter(setting: Setting, values: Sequence[ListedGrade]) -> list[int]:
    return add_grades(grades=values, actor=setting.actor)


def undo(setting: Setting, ids: Sequence[int]) -> None:
    """What was changed or confirmed since, or what a kept answer of the law rests on, stays."""
    del setting
    require_unchanged(Grade, ids)
    if used := next(iter(gather("people.grades_used", ids)), None):
        told = {"name": used}
        raise CannotTakeBack(
            _(
                "A dossier that was handed on rests on the grade of %(name)s, so this list cannot be taken back any more."
            )
            % told
        )
    take_back(Grade, ids)


GRADES = Kind(
    code="xep-loai",
    label=gettext_lazy("Yearly grades"),
    note=gettext_lazy(
        "From a signed decision: who (in the records), year or school year, grade, number of the decision; a reason where somebody is not graded."
    ),
    columns=COLUMNS,
    may=policy.may_edit,
    judge=judge,
    enter=enter,
    undo=undo,
    after="grades_list",
    near=gettext_lazy("name reads nearly the same"),
    doubt=gettext_lazy("Is the person named here: enter"),
)
