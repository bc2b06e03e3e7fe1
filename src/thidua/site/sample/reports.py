"""Reports of the ward: last year's sent, this year's asked for by the city, a table that is kept."""

from datetime import date

from thidua.modules.people.models import Person
from thidua.modules.reports import actions
from thidua.modules.reports.definitions import Definition, shipped
from thidua.modules.reports.periods import span
from thidua.site.sample.stage import Stage

ASKED_BY = "Công văn của Sở Nội vụ về chế độ báo cáo thống kê (minh họa)"
NOTE = "Số liệu tổng hợp từ sổ khen thưởng của phường và các đơn vị."


# Unit, education, years in the work, full time.
STAFF = (
    ("VX", "master", 12, True),
    ("VX", "bachelor", 4, True),
    ("VP", "bachelor", 7, False),
    ("CS1", "master", 3, False),
    ("YT", "bachelor", 21, False),
)


def load_reports(stage: Stage) -> None:
    _staff(stage)
    forms, year = shipped(), stage.on.year
    city = stage.actor("thanhpho")
    values = {"cadence": "year", "n_days": -16, "basis": ASKED_BY}
    for slug in ("0601", "0603"):
        actions.ask_for(form=forms[slug], values=values, actor=city, now=stage.at(stage.ago(40)))
    draft = actions.FormDraft(
        code="HN-01",
        title="Khen thưởng theo đơn vị, giới tính",
        basis="Công văn của Sở Nội vụ (minh họa)",
        since=date(year, 1, 1),
    )
    by_unit = Definition("awards", "unit", ("sex",))
    actions.set_form(draft=draft, definition=by_unit, actor=city, now=stage.at(stage.ago(40)))
    _sent(stage, "DK01", f"{year - 1}")
    last = span(f"{year}-{stage.on.month:02}")
    assert last is not None  # a month is one
    desk = stage.actor("chuyenvien")
    actions.draw_up(
        organisation=stage.units["P"],
        form=forms["DK02"],
        span=last,
        actor=desk,
        now=stage.at(stage.on),
    )
    kept = Definition("awards", "unit", ("sex", "recipient"))
    actions.keep(
        title="Nữ và người trực tiếp lao động theo đơn vị",
        definition=kept,
        is_shared=True,
        actor=desk,
        now=stage.at(stage.on),
    )


def _sent(stage: Stage, slug: str, name: str) -> None:
    period, day = span(name), stage.ago(20)
    assert period is not None  # a year is one
    desk, leader, now = stage.actor("chuyenvien", day), stage.actor("chutich", day), stage.at(day)
    row = actions.draw_up(
        organisation=stage.units["P"], form=shipped()[slug], span=period, actor=desk, now=now
    )
    actions.explain(report=row, note=NOTE, actor=desk)
    for name_of_step, who in (("submit", desk), ("send", leader)):
        row = actions.step(report=row, name=name_of_step, actor=who, now=now)


def _staff(stage: Stage) -> None:
    desk, taken = stage.actor("chuyenvien"), set[int]()
    for code, education, n_years, is_full_time in STAFF:
        unit = stage.units[code]
        who = Person.objects.filter(organisation=unit).exclude(pk__in=taken).order_by("-pk")[0]
        taken.add(who.pk)
        since = date(stage.on.year - n_years, 2, 1)
        draft = actions.StaffDraft(education=education, since=since, is_full_time=is_full_time)
        actions.add_staff(organisation=unit, person=who, draft=draft, actor=desk, on=stage.on)
