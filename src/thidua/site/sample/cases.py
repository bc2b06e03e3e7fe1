"""Seven real questions as candidates: the dossier screen answers for the day they were asked."""

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from thidua.kernel.text import fold, name_sort_key, sort_key
from thidua.modules.dossiers.actions.candidates import add, change_candidate
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.drafts import CandidateDraft, DossierDraft, Recipient
from thidua.modules.organisations.api import rebuild_closure
from thidua.modules.organisations.models import Kind, Organisation, OrganisationPeriod, YearKind
from thidua.modules.people.models import (
    Collective,
    Grade,
    Household,
    Initiative,
    InitiativeAuthor,
    Leave,
    Person,
)
from thidua.modules.register import api as register
from thidua.modules.register.api import Award, Basis
from thidua.modules.register.models import Entry, Ground, Source
from thidua.site.sample.stage import Stage
from thidua.site.sample.units import BEGINNING, TWO_LEVELS

CASES = Path(__file__).with_name("cases.yaml")
UNIT = "Tình huống đã có cơ quan trả lời"
# In the neighbouring ward, so that no list of the ward of the demonstration shows a unit that is none.
WARD, DESK = "P-Bạch Mai", "bachmai"
Case = dict[str, Any]


def cases() -> list[Case]:
    found: list[Case] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return found


def _unit(stage: Stage) -> Organisation:
    unit = Organisation.objects.create(
        code="HBT-TT", name=UNIT, kind=Kind.PUBLIC_UNIT, parent=stage.units[WARD], since=BEGINNING,
        search=fold(UNIT), sort=sort_key(UNIT),
    )  # fmt: skip
    common = {"organisation": unit, "name": UNIT, "kind": unit.kind, "code": unit.code}
    OrganisationPeriod.objects.create(parent=stage.units["Q"], since=BEGINNING, until=TWO_LEVELS, **common)
    OrganisationPeriod.objects.create(parent=stage.units[WARD], since=TWO_LEVELS, **common)
    rebuild_closure([unit.pk])
    return unit


def _recipient(case: Case, unit: Organisation) -> Recipient:
    name = f"Người hỏi {case['id']}"
    common = {"organisation": unit, "known": case["known"], "search": fold(name)}
    if "household" in case:
        home = Household.objects.create(head_name=name, sort=name_sort_key(name), **common)
        return Recipient(kind="household", pk=home.pk)
    if "collective" in case:
        team = Collective.objects.create(
            name=f"Tập thể {case['id']}", sort=sort_key(name), **case["collective"], **common
        )
        return Recipient(kind="collective", pk=team.pk)
    person = Person.objects.create(name=name, sort=name_sort_key(name), **case["person"], **common)
    return Recipient(kind="person", pk=person.pk)


def _award(
    case: Case, unit: Organisation, recipient: Recipient, *, honour: str, year: int, years: list[int]
) -> Award:
    return Award(
        honour=honour,
        name=f"Người hỏi {case['id']}",
        organisation_id=unit.pk,
        unit_name=unit.name,
        year=year,
        ground=Ground.MERIT,
        first_year=years[0],
        last_year=years[-1],
        person_id=recipient.pk if recipient.kind == "person" else None,
        collective_id=recipient.pk if recipient.kind == "collective" else None,
        household_id=recipient.pk if recipient.kind == "household" else None,
    )


def _awards(case: Case, unit: Organisation, recipient: Recipient) -> list[Award]:
    titles = [
        _award(case, unit, recipient, honour=honour, year=year, years=[year])
        for honour, year in case.get("titles", ())
    ]
    forms = [
        _award(
            case,
            unit,
            recipient,
            honour=form["honour"],
            year=form["year"],
            years=form.get("for_years", [form["year"]]),
        )
        for form in case.get("awards", ())
    ]
    return titles + forms


def _enter(stage: Stage, award: Award, now: datetime) -> None:
    """An old award, compared with its paper."""
    desk = stage.actor(DESK)
    entry: Entry = register.enter_historical(
        body=stage.units[WARD],
        basis=Basis("theo câu hỏi"),
        award=award,
        source=Source.ORIGINAL,
        actor=desk,
        now=now,
    )
    register.check_entry(entry=entry, note="theo nội dung câu hỏi đã đăng", actor=desk, now=now)


def _facts(stage: Stage, case: Case, unit: Organisation, person_id: int) -> None:
    for year, level in case.get("grades", {}).items():
        period = stage.periods[YearKind.CALENDAR, year]
        Grade.objects.create(person_id=person_id, organisation=unit, period=period, level=level)
    for n, known in enumerate(case.get("initiatives", ()), 1):
        title = f"Sáng kiến thứ {n} của {case['id']}"
        initiative = Initiative.objects.create(
            organisation=unit, title=title, year=known["year"], search=fold(title)
        )
        InitiativeAuthor.objects.create(
            initiative=initiative, person_id=person_id, used_for=known.get("used_for", "")
        )
    for leave in case.get("leave", ()):
        Leave.objects.create(person_id=person_id, **leave)


def _dossier(stage: Stage, case: Case, unit: Organisation, recipient: Recipient, now: datetime) -> None:
    desk = stage.actor(DESK)
    dossier = create(
        organisation=unit,
        receiver=stage.units[WARD],
        draft=DossierDraft(
            title=f"{case['id']}: {case['asked']}"[:200],
            period=stage.periods[YearKind.CALENDAR, case["year"]],
            judged_on=case["on"],
        ),
        actor=desk,
        on=stage.on,
        now=now,
    )
    dossier.internal_note = f"Cơ quan trả lời: {case['answered']}"
    dossier.save(update_fields=["internal_note"])
    (candidate,) = add(dossier=dossier, recipients=[recipient], honours=[case["honour"]], actor=desk, now=now)
    if "by" in case:
        change_candidate(candidate=candidate, draft=CandidateDraft(by=case["by"]), actor=desk, now=now)


def load_cases(stage: Stage) -> None:
    unit, now = _unit(stage), stage.at(stage.on, 8)
    for case in cases():
        recipient = _recipient(case, unit)
        for award in _awards(case, unit, recipient):
            _enter(stage, award, now)
        if recipient.kind == "person":
            _facts(stage, case, unit, recipient.pk)
        _dossier(stage, case, unit, recipient, now)
